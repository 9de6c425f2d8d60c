"""The server stops under a worker: each job that it held ends once, by it or by the next."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from uuid import UUID

import pytest
import pytest_asyncio

from sealedbid.intelligence.knowledge.reading import read_text
from sealedbid.platform.embedded import EmbeddedServer
from sealedbid.usecases.drafting import request_draft
from tests.fixtures.agencies import wait_for
from tests.fixtures.commands import environment, program
from tests.fixtures.people import Organization, People
from tests.fixtures.server import Installation, installation_of, migrated_server

pytestmark = pytest.mark.full

BRIEF = "We need a new website of 12 pages. It must be live before 1 March 2027."


@dataclass(frozen=True, slots=True)
class Alone:
    """An installation on a separate server, which a test may stop."""

    server: EmbeddedServer
    installation: Installation
    organization: Organization

    async def ask(self) -> UUID:
        """Enqueue a draft; returns the job's id."""
        async with self.installation.gateway("sb_api") as gateway:
            proof, org_id = self.organization.member.proof, self.organization.id
            async with gateway.sealed("session", proof, org_id) as tx:
                brief = read_text("brief.md", BRIEF.encode())
                return (await request_draft(tx, brief, "Brewery")).job_id

    def state(self, job_id: UUID) -> tuple[str, int]:
        """The job's status, and the number of versions of its proposal."""
        with self.installation.as_superuser() as behind:
            row = behind.execute(
                "select j.status, (select count(*) from public.proposal_versions v"
                "  where v.proposal_id = (j.payload ->> 'proposal_id')::uuid)"
                " from public.jobs j where j.id = %s",
                [job_id],
            ).fetchone()
        assert row is not None
        return row[0], row[1]

    async def until_done(self, job_id: UUID) -> None:
        until = time.monotonic() + 40
        while self.state(job_id)[0] != "done":
            assert time.monotonic() < until, self.state(job_id)
            await asyncio.sleep(0.2)
        assert self.state(job_id) == ("done", 1)


@pytest_asyncio.fixture
async def alone() -> AsyncIterator[Alone]:
    with migrated_server() as server:
        installation = installation_of(server)
        yield Alone(server, installation, People(installation).found("Alone"))


@pytest.fixture
def worker(alone: Alone, request: pytest.FixtureRequest) -> Iterator[subprocess.Popen[str]]:
    """A worker process; the parameter is another program for it."""
    module = request.param or ["sealedbid", "worker", "--lease", "2"]
    process = subprocess.Popen(
        [sys.executable, "-m", *module],
        env=environment(SEALEDBID_HOME=str(alone.server.status().home), SEALEDBID_POOL_TIMEOUT="2"),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    yield process
    process.kill()
    process.wait()
    assert process.stdout is not None
    process.stdout.close()


@pytest.mark.parametrize("worker", [None], indirect=True, ids=["a worker"])
async def test_a_worker_outlives_its_server(alone: Alone, worker: subprocess.Popen[str]) -> None:
    await alone.until_done(await alone.ask())
    alone.server.stop()
    await asyncio.sleep(2)
    alone.server.start()
    await alone.until_done(await alone.ask())
    assert worker.poll() is None


@pytest.mark.parametrize(
    "worker", [["tests.worker.bodies", "--lease", "2"]], indirect=True, ids=["with naps"]
)
async def test_what_ran_when_the_server_went_is_tried_again_soon(
    alone: Alone, worker: subprocess.Popen[str]
) -> None:
    """The worker that had the job retries it: it lives, so no other worker takes it over."""
    with alone.installation.as_superuser() as behind:
        row = behind.execute(
            "insert into public.jobs (org_id, job_type, requested_rank) values (%s, 'test.naps', 2)"
            " returning id",
            [alone.organization.id],
        ).fetchone()
    assert row is not None
    await wait_for(worker, "sleeping")
    alone.server.stop()
    await asyncio.sleep(4)  # it wakes, and finds no server
    alone.server.start()
    await wait_for(worker, "sleeping")
    until = time.monotonic() + 20
    while alone.state(row[0])[0] != "done":
        assert time.monotonic() < until
        await asyncio.sleep(0.2)
    assert worker.poll() is None


@pytest.mark.parametrize(
    "worker",
    [["tests.worker.hanging", "write", "after", "2"]],
    indirect=True,
    ids=["in mid-draft"],
)
async def test_a_draft_outlives_its_server(alone: Alone, worker: subprocess.Popen[str]) -> None:
    job_id = await alone.ask()
    await wait_for(worker, "reached")
    alone.server.stop()
    alone.server.start()
    worker.kill()
    next_worker = await asyncio.create_subprocess_exec(
        *program("worker", "--lease", "2"),
        env=environment(SEALEDBID_HOME=str(alone.server.status().home)),
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        await alone.until_done(job_id)
    finally:
        next_worker.terminate()
        assert await next_worker.wait() == 0
