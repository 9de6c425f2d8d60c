"""Watching: a run, step by step, until its job is over."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from uuid import UUID

from sealedbid.intelligence.models import AgentStep
from sealedbid.intelligence.repository import agent_runs, agent_steps
from sealedbid.platform.errors import SealedbidError, ended
from sealedbid.platform.postgres import Sealed, Transaction
from sealedbid.system.models import Job
from sealedbid.system.repository import jobs

POLL = 0.1  # seconds


class NotDraftedError(SealedbidError):
    """The job ended without a draft."""


@dataclass(frozen=True, slots=True)
class Watched:
    """The job of a draft, and the steps that its run has stored."""

    job: Job
    steps: list[AgentStep]

    @property
    def is_done(self) -> bool:
        """True if the draft is there."""
        return self.job.status == "done"

    @property
    def failure(self) -> str | None:
        """The reason why there will be no draft."""
        if self.job.status not in ("dead", "cancelled"):
            return None
        error = self.job.error
        return (
            str(error.get("reason", self.job.status))
            if isinstance(error, dict)
            else self.job.status
        )


async def look(tx: Transaction, job_id: UUID) -> Watched | None:
    """Return the state of a draft, or None if its job was removed."""
    job = await jobs.get(tx, job_id)
    if job is None:
        return None
    run = await agent_runs.of_job(tx, job_id)
    return Watched(job, await agent_steps.of_run(tx, run.id) if run is not None else [])


async def follow(
    sealed: Sealed, job_id: UUID, *, is_worked_on: Callable[[], bool]
) -> AsyncIterator[Watched]:
    """Yield the state of a draft again and again; the last one is done.

    Raises NotDraftedError, also when ``is_worked_on`` says that the only worker has ended.
    """
    while True:
        may_change = is_worked_on()
        async with sealed() as tx:
            watched = await look(tx, job_id)
        if watched is None:
            raise NotDraftedError("The job was removed.")
        yield watched
        if watched.is_done:
            return
        if watched.failure is not None:
            raise NotDraftedError(f"No draft: {ended(watched.failure)}")
        if not may_change:
            raise NotDraftedError(
                "The worker ended before the draft was there: `sealedbid worker` continues it."
            )
        await asyncio.sleep(POLL)
