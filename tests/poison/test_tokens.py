"""A body's report of used tokens is a number that all sums survive."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest

from sealedbid.system.jobs.running import MOST_TOKENS, RunningJob
from tests.fixtures.queue import Queue


@pytest.mark.parametrize("tokens", [2**63 - 1, 10**12 + 1, -1, None])
def test_a_job_does_not_end_with_a_number_of_tokens_that_cannot_be(
    queue: Queue, tokens: int | None
) -> None:
    (a,) = queue.organizations(1)
    queue.fill(a, 1, requested_rank=2)
    ((org, job, lease),) = queue.claim(1)
    with queue.installation.connect("sb_worker") as body, body.transaction():
        body.execute("select seal.open_job(%s, %s, %s)", (job, lease, org))
        with pytest.raises(psycopg.errors.CheckViolation) as caught, body.transaction():
            body.execute("select queue.finish(%s, '{}', %s)", (lease, tokens))
        assert caught.value.diag.constraint_name == "jobs_actual_tokens_bounded"


def test_a_month_that_is_full_of_tokens_stops_no_rescue_of_others(queue: Queue) -> None:
    a, b = queue.organizations(2)
    for org in (a, b):
        queue.lane(org, token_limit=MOST_TOKENS)
        queue.fill(org, 1)
    claimed = queue.claim(2)
    queue.behind.execute("update public.job_lanes set tokens_used = %s", [MOST_TOKENS])
    queue.behind.execute("update public.jobs set attempt_tokens = %s", [MOST_TOKENS])
    queue.behind.execute("update queue.workers set beat_at = '2020-01-01'")
    assert queue.dispatch.execute("select rescued, aside from queue.tick()").fetchone() == (2, 0)
    assert len(claimed) == 2
    used = queue.behind.execute("select distinct tokens_used from public.job_lanes").fetchall()
    assert used == [(MOST_TOKENS,)]


@pytest.mark.parametrize(
    ("counted", "spent"),
    [(7, 7), (-5, 0), (2**70, MOST_TOKENS), (float("inf"), 0), (None, 0), ("many", 0)],
)
def test_a_heartbeat_reports_a_number_whatever_a_body_has_counted(counted: Any, spent: int) -> None:
    job = RunningJob(
        gateway=None,  # type: ignore[arg-type]
        settings=None,  # type: ignore[arg-type]
        org_id=None,  # type: ignore[arg-type]
        id=None,  # type: ignore[arg-type]
        lease=None,  # type: ignore[arg-type]
        tokens=counted,
    )
    assert job.spent == spent
