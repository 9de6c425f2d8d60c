"""A draft is followed until it is there, waits for answers, or has no worker left."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest

from sealedbid.platform import rows
from sealedbid.platform.postgres import Transaction
from sealedbid.system.jobs.models import JobStatus
from sealedbid.usecases import watching
from sealedbid.usecases.watching import NotDraftedError, Watched, WorkerState, follow
from tests.cli.test_watch import ended, watched


@asynccontextmanager
async def nowhere() -> AsyncIterator[Any]:
    """Stand for a transaction."""
    yield None


def state(status: JobStatus, *, error: Any = None) -> Watched:
    """A draft whose job is in that state."""
    seen = watched()
    return replace(seen, job=rows.replace(seen.job, status=status, error=error))


@pytest.fixture
def followed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Follow a draft through these states, with a worker in that state."""
    monkeypatch.setattr(watching, "POLL", 0)

    async def through(states: Sequence[Watched | None], worker: WorkerState) -> int:
        left = list(states)

        async def look(tx: Transaction, job_id: object) -> Watched | None:
            return left.pop(0)

        monkeypatch.setattr(watching, "look", look)
        seen = [one async for one in follow(nowhere, watched().job.id, worker=lambda: worker)]
        return len(seen)

    return through


async def test_it_ends_with_the_draft_or_with_questions(followed: Any) -> None:
    done, waits = ended(state("running")), ended(state("running"), "needs_input")
    assert await followed([state("queued"), state("running"), done], "at work") == 3
    assert await followed([state("running"), waits], "at work") == 2


async def test_a_job_that_another_worker_has_is_followed_when_ones_own_is_idle(
    followed: Any,
) -> None:
    assert await followed([state("running"), state("running"), ended(watched())], "idle") == 3


@pytest.mark.parametrize(
    ("last", "worker", "sentence"),
    [
        (None, "at work", "The job was removed."),
        (state("cancelled"), "at work", "No draft: cancelled."),
        (state("dead", error={"reason": "no room"}), "at work", "No draft: no room."),
        (state("queued"), "idle", "`sealedbid worker` continues it"),
        (state("running"), "gone", "`sealedbid worker` continues it"),
    ],
)
async def test_where_no_draft_will_come_the_reason_is_told(
    followed: Any, last: Watched | None, worker: WorkerState, sentence: str
) -> None:
    with pytest.raises(NotDraftedError, match=sentence):
        await followed([last], worker)
