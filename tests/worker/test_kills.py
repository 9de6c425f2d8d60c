"""A worker dies in mid-draft, or the server does: the next worker ends the same proposal, once."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import UUID

import pytest

from sealedbid.demo.agency import STUDIO, read_agency
from sealedbid.intelligence.run.order import ORDERS
from sealedbid.usecases.drafting import as_documents, request_resume
from sealedbid.worker.run import run_worker
from tests.fixtures.agencies import Agencies, wait_for

pytestmark = pytest.mark.full

LEASE = 1.0  # second
FAST = [step.name for step in ORDERS["fast"]]

Hang = Callable[[str, str], "subprocess.Popen[str]"]


@pytest.fixture
def brief() -> str:
    return read_agency(STUDIO).brief.read_text(encoding="utf-8")


@contextmanager
def hanging(agencies: Agencies, step: str, where: str) -> Iterator[subprocess.Popen[str]]:
    """A worker process that stops at this step; it ends with the test."""
    settings = agencies.installation.settings
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.worker.hanging", step, where, str(LEASE)],
        env={
            "PATH": os.environ["PATH"],
            "SEALEDBID_HOME": str(settings.home),
            "SEALEDBID_DATABASE_ADDRESS": str(settings.database_address),
        },
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


def written(agencies: Agencies, proposal_id: UUID, job_id: UUID) -> None:
    """Assert that every row of the draft exists once."""
    steps = agencies.behind(
        "select s.step, count(*) from public.agent_steps s"
        " join public.agent_runs r on (r.org_id, r.id) = (s.org_id, s.run_id)"
        " where r.proposal_id = %s and s.status = 'done' group by 1",
        proposal_id,
    )
    assert dict(steps) == dict.fromkeys(FAST, 1)
    counts = agencies.behind(
        "select (select count(*) from public.agent_runs where proposal_id = p.id),"
        " (select count(*) from public.proposal_versions where proposal_id = p.id),"
        " (select count(*) from public.usage_events where job_id = %s), p.brain_status"
        " from public.proposals p where p.id = %s",
        job_id,
        proposal_id,
    )
    assert counts == [(1, 1, 1, "done")]


@pytest.mark.parametrize(
    ("step", "where"),
    [(step, where) for step in FAST for where in ("before", "after")],
)
async def test_a_draft_outlives_its_worker(
    agencies: Agencies, brief: str, step: str, where: str
) -> None:
    proposal_id, job_id = await agencies.ask(STUDIO, brief, "Museum Garenkade")
    with hanging(agencies, step, where) as process:
        await wait_for(process, "reached")
    await _until_done(agencies, job_id)
    written(agencies, proposal_id, job_id)
    attempts = agencies.behind("select attempt, status from public.jobs where id = %s", job_id)
    assert attempts == [(2, "done")]


@pytest.mark.parametrize("step", FAST[1:])
async def test_a_resumed_run_outlives_its_worker(agencies: Agencies, brief: str, step: str) -> None:
    """From the second step on, each is done once more; the first stays as it was."""
    proposal_id, job_id = await agencies.ask(STUDIO, brief, "Museum Garenkade")
    await _until_done(agencies, job_id)
    ((run_id,),) = agencies.behind(
        "select id from public.agent_runs where proposal_id = %s", proposal_id
    )
    async with agencies.acting(STUDIO).sealed() as tx:
        first = await as_documents(tx, proposal_id)
        asked = await request_resume(tx, run_id, FAST[1])
    assert asked is not None
    with hanging(agencies, step, "after") as process:
        await wait_for(process, "reached")
    await _until_done(agencies, asked.job_id)
    done = agencies.behind(
        "select step, count(*) from public.agent_steps where run_id = %s and status = 'done'"
        " group by 1",
        run_id,
    )
    assert dict(done) == dict.fromkeys(FAST, 2) | {FAST[0]: 1}
    async with agencies.acting(STUDIO).sealed() as tx:
        assert await as_documents(tx, proposal_id) == first


async def test_a_worker_that_was_thought_dead_writes_nothing(
    agencies: Agencies, brief: str
) -> None:
    """Another worker rescued the job and finished it: the first worker's results are discarded."""
    proposal_id, job_id = await agencies.ask(STUDIO, brief, "Museum Garenkade")
    with hanging(agencies, "recall", "before") as process:
        await wait_for(process, "reached")
        process.send_signal(19)  # SIGSTOP: alive, and silent
        await _until_done(agencies, job_id)
        process.send_signal(18)  # SIGCONT
        written(agencies, proposal_id, job_id)
    written(agencies, proposal_id, job_id)


async def _until_done(agencies: Agencies, job_id: UUID) -> None:
    """Run workers until the job is over."""
    for _ in range(40):
        await run_worker(agencies.installation.settings, until_idle=True, lease=LEASE, poll=0.1)
        if agencies.behind("select from public.jobs where id = %s and status = 'done'", job_id):
            return
        await asyncio.sleep(0.2)
    pytest.fail("the draft was never ended")
