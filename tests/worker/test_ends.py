"""Every way in which a job can end, each with its state and its reason."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
import pytest_asyncio
from psycopg.types.json import Jsonb

from sealedbid.platform.postgres import Gateway
from sealedbid.worker import heart as heart_module
from sealedbid.worker import run_worker
from tests.fixtures.agencies import wait_for
from tests.fixtures.people import Organization, People, World
from tests.fixtures.server import Installation
from tests.worker.bodies import BODIES

LEASE = 1.0  # second


@dataclass(frozen=True, slots=True)
class Yard:
    """A database with two organisations, whose jobs are the test's own."""

    installation: Installation
    gateway: Gateway
    people: People
    world: World

    async def ask(
        self, job_type: str, payload: Any = None, *, by: Organization | None = None, **columns: Any
    ) -> UUID:
        """A job of a member; its id."""
        organization = by or self.world.a
        proof, org_id = organization.member.proof, organization.id
        names = "".join(f", {name}" for name in columns)
        values = "".join(f", %({name})s" for name in columns)
        async with self.gateway.sealed("session", proof, org_id) as tx:
            asked: UUID = await tx.value(
                f"insert into public.jobs (org_id, job_type, payload{names})"
                f" values (%(org_id)s, %(type)s, %(payload)s{values}) returning id",
                type=job_type,
                payload=Jsonb({} if payload is None else payload),
                **columns,
            )
        return asked

    async def work(self) -> None:
        """Run workers until nothing is ready."""
        await run_worker(
            self.installation.settings, until_idle=True, handlers=BODIES, lease=LEASE, poll=0.05
        )

    def job(self, job_id: UUID) -> dict[str, Any]:
        """All of it, from behind."""
        with self.installation.as_superuser() as behind:
            row = behind.execute(
                "select to_jsonb(j) from public.jobs j where j.id = %s", [job_id]
            ).fetchone()
        assert row is not None
        found: dict[str, Any] = row[0]
        return found

    def end_of(self, job_id: UUID) -> tuple[str, str | None]:
        """Its status, and the reason."""
        job = self.job(job_id)
        return job["status"], (job["error"] or {}).get("reason")

    async def until(self, job_id: UUID, *statuses: str, seconds: float = 20) -> None:
        end = time.monotonic() + seconds
        while self.job(job_id)["status"] not in statuses:
            assert time.monotonic() < end, self.job(job_id)
            await asyncio.sleep(0.05)

    def behind(self, statement: Any, *params: Any) -> list[Any]:
        with self.installation.as_superuser() as behind:
            cursor = behind.execute(statement, params)
            return cursor.fetchall() if cursor.description else []

    @contextmanager
    def process(self, lease: float = LEASE) -> Iterator[subprocess.Popen[str]]:
        """A worker of its own process; it ends with the block."""
        settings = self.installation.settings
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.worker.bodies", str(lease)],
            env={
                "PATH": os.environ["PATH"],
                "SEALEDBID_HOME": str(settings.home),
                "SEALEDBID_DATABASE_ADDRESS": str(settings.database_address),
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        try:
            yield process
        finally:
            process.kill()
            process.wait()
            assert process.stdout is not None
            process.stdout.close()


@pytest_asyncio.fixture(scope="module")
async def yard(make_database: Callable[..., Installation]) -> AsyncIterator[Yard]:
    installation = make_database()
    people = People(installation)
    async with installation.gateway("sb_api") as gateway:
        yield Yard(installation, gateway, people, people.world())


@pytest.mark.parametrize(
    ("job_type", "payload", "end"),
    [
        ("test.echo", {"word": "hello"}, ("done", None)),
        ("test.effect", {"word": "one"}, ("done", None)),
        ("test.unheard_of", {}, ("dead", "no such type of job")),
        ("test.echo", {"words": 1}, ("dead", "the payload is malformed: words")),
        ("test.echo", {"word": {"a": 1}}, ("dead", "the payload is malformed: word")),
        ("test.refuses", {}, ("dead", "it cannot be done")),
        ("test.raises", {"word": "secret"}, ("dead", "ValueError")),
        ("test.explains", {}, ("dead", "The model is away.")),
        ("test.exits", {}, ("dead", "the body tried to end the process")),
        ("test.unstorable", {}, ("dead", "the result cannot be stored")),
        ("test.eats", {}, ("dead", "MemoryError")),
        ("test.forks", {}, ("done", None)),
        ("test.late", {}, ("dead", "it took too long")),
    ],
)
async def test_a_job_ends(
    yard: Yard, job_type: str, payload: Any, end: tuple[str, str | None]
) -> None:
    theirs = await yard.ask("test.echo", {"word": "of the other"}, by=yard.world.b)
    ours = await yard.ask(job_type, payload)
    for _ in range(8):  # what is to be tried again waits for its time, if only for a moment
        await yard.work()
        if yard.job(ours)["status"] not in ("queued", "scheduled"):
            break
    assert yard.end_of(ours) == end
    assert yard.end_of(theirs) == ("done", None)


async def test_what_came_of_it_and_what_it_used_is_kept(yard: Yard) -> None:
    ours = await yard.ask("test.echo", {"word": "hello"})
    await yard.work()
    job = yard.job(ours)
    assert (job["result"], job["actual_tokens"]) == ({"heard": "hello"}, 7)
    tried = await yard.ask("test.raises", {"word": "secret"})
    while yard.job(tried)["status"] != "dead":
        await yard.work()
    job = yard.job(tried)
    assert (job["attempt"], job["actual_tokens"]) == (3, 30)
    assert "secret" not in str(job["error"])


async def test_a_person_who_leaves_takes_the_job_with_them(yard: Yard) -> None:
    organization = yard.people.found("Of the departed")
    before = await yard.ask("test.echo", by=organization)
    with yard.process() as process:
        during = await yard.ask("test.sleeps", by=organization)
        await yard.until(before, "done")
        await wait_for(process, "sleeping")
        async with yard.gateway.sealed("session", organization.owner.proof, organization.id) as tx:
            await tx.run("select core.remove_member(%(user)s)", user=organization.member.id)
        started = time.monotonic()
        await yard.until(during, "dead")
        assert time.monotonic() - started < 3 * LEASE
    assert yard.end_of(during) == ("dead", "the person who asked for this job has left")


@pytest.mark.parametrize("what", ["job", "type", "organisation", "all"])
async def test_a_stop_reaches_what_runs_within_a_heartbeat(yard: Yard, what: str) -> None:
    org_id = yard.world.a.id
    with yard.process() as process:
        ours = await yard.ask("test.sleeps")
        await wait_for(process, "sleeping")
        await yard.until(ours, "running")
        assert yard.job(ours)["progress"] == {"at": "sleep"}
        stops: dict[str, dict[str, Any]] = {
            "job": {"org": org_id, "job": ours},
            "type": {"type": "test.sleeps"},
            "organisation": {"org": org_id},
            "all": {},
        }
        arguments = {"reason": f"a test of {what}"} | stops[what]
        named = ", ".join(f"p_{name} => %({name})s" for name in arguments)
        with yard.installation.as_owner() as owner:
            owner.execute(f"select system.stop_jobs({named})", arguments)
            started = time.monotonic()
            await yard.until(ours, "cancelled" if what == "job" else "queued")
            assert time.monotonic() - started < 2 * LEASE
            if what != "job":
                assert yard.job(ours)["attempt"] == 0  # it was given back
                await asyncio.sleep(0.5)
                assert yard.job(ours)["status"] == "queued"
                owner.execute(f"select system.resume_jobs({named})", arguments)
                await wait_for(process, "sleeping")
                owner.execute("select system.stop_jobs('enough', %s, p_job => %s)", (org_id, ours))
                await yard.until(ours, "cancelled")
        log = yard.behind(
            "select org_id, actor_kind, action, detail ->> 'reason' from public.audit_log"
            " where detail ->> 'reason' = %s order by action desc",
            arguments["reason"],
        )
        whose = org_id if what in ("job", "organisation") else UUID(int=0)
        actions = ["jobs.cancelled"] if what == "job" else ["jobs.stopped", "jobs.resumed"]
        assert log == [(whose, "installer", action, arguments["reason"]) for action in actions]


async def test_a_job_over_its_budget_is_dead_and_one_over_its_organisations_waits(
    yard: Yard,
) -> None:
    organization = yard.people.found("Of little money")
    with yard.process() as process:
        own = await yard.ask("test.sleeps", by=organization, max_tokens=100)
        await wait_for(process, "sleeping")
        await yard.until(own, "dead")
        assert yard.end_of(own)[1] == "it has used more tokens than it may"
        with yard.installation.as_owner() as owner:
            owner.execute("select system.set_lane(%s, p_token_limit => 400)", [organization.id])
        shared = await yard.ask("test.sleeps", by=organization)
        await wait_for(process, "sleeping")
        await yard.until(shared, "queued")
        assert yard.job(shared)["attempt"] == 0
        with yard.installation.as_owner() as owner:
            owner.execute(
                "select system.stop_jobs('enough', %s, p_job => %s)", (organization.id, shared)
            )


async def test_a_job_whose_worker_dies_three_times_is_dead(yard: Yard) -> None:
    ours = await yard.ask("test.dies")
    for died in (1, 2, 3):
        with yard.process() as process:
            await asyncio.to_thread(process.wait, 30)
        await asyncio.sleep(LEASE)
        yard.behind("select * from queue.rescue()")
        assert yard.job(ours)["crash_count"] == died
        yard.behind(
            "update public.jobs set status = 'queued' where id = %s and status = 'scheduled'", ours
        )
    assert yard.end_of(ours) == ("dead", "the worker stopped answering")


async def test_a_body_that_holds_its_process_ends_with_it(
    yard: Yard, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The heart beats in a thread of its own, and knows when to stop."""
    ours = await yard.ask("test.hangs")
    program = (
        "import asyncio; from sealedbid.worker import heart; heart.GRACE = 0.5;"
        "from tests.worker.bodies import *;"
        "asyncio.run(run_worker(read_settings(), handlers=BODIES, lease=1.0))"
    )
    settings = yard.installation.settings
    done = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-c", program],
        env={
            "PATH": os.environ["PATH"],
            "SEALEDBID_HOME": str(settings.home),
            "SEALEDBID_DATABASE_ADDRESS": str(settings.database_address),
        },
        timeout=30,
        check=False,
        capture_output=True,
    )
    assert done.returncode == heart_module.HANGS
    await asyncio.sleep(LEASE)
    yard.behind("select * from queue.rescue()")
    assert yard.end_of(ours) == ("queued", "the worker stopped answering")
    yard.behind("delete from public.jobs where id = %s", ours)


async def test_a_worker_that_is_stopped_ends_what_it_began(yard: Yard) -> None:
    with yard.process() as process:
        ours = await yard.ask("test.sleeps")
        await wait_for(process, "sleeping")
        process.send_signal(signal.SIGTERM)
        await asyncio.sleep(1.5 * LEASE)
        assert process.poll() is None  # it waits for the body
        later = await yard.ask("test.echo")
        await asyncio.sleep(0.5)
        assert yard.job(later)["status"] == "queued"  # and takes nothing new
        process.send_signal(signal.SIGTERM)
        assert await asyncio.to_thread(process.wait, 10) == 0
    assert yard.end_of(ours) == ("queued", None)
    assert yard.job(ours)["attempt"] == 0
    yard.behind("delete from public.jobs where id = any(%s)", [ours, later])


async def test_a_worker_is_woken(yard: Yard) -> None:
    """It would look by itself only every other second."""
    with yard.process():
        await yard.until(await yard.ask("test.echo"), "done")
        took = []
        for _ in range(5):
            await asyncio.sleep(0.3)
            asked = time.monotonic()
            await yard.until(await yard.ask("test.echo"), "done")
            took.append(time.monotonic() - asked)
    assert sorted(took)[2] < 0.5


INJECTIONS = [
    "' || (select count(*) from queue.claim(gen_random_uuid(), 10))::text || '",
    "' || queue.fail(gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), null, null) || '",
    "' || (select string_agg(verdict, ',') from queue.beat(gen_random_uuid())) || '",
    "' || queue.release(array[null]::uuid[], array[null]::uuid[], array[null]::uuid[], '{0}') || '",
    "' || (select count(*) from queue.tick())::text || '",
    "' || (select string_agg(lease_token::text, ',') from public.jobs) || '",
    "' || (select count(*) from queue.workers)::text || '",
    "' || (select count(*) from queue.stops)::text || '",
    "' || system.stop_jobs('mine')::text || '",
    "' || system.set_lane(seal.org(), 100)::text || '",
    "' || queue.register('x', 1, '1 hour')::text || '",
]


@pytest.mark.parametrize("said", INJECTIONS)
async def test_a_statement_injected_into_a_body_schedules_nothing(yard: Yard, said: str) -> None:
    ours = await yard.ask("test.injects", {"word": said})
    await yard.work()
    heard = yard.job(ours)["result"]["heard"]
    assert "permission denied" in heard


async def test_a_statement_injected_into_a_body_sees_its_own_organisations_jobs(
    yard: Yard,
) -> None:
    theirs = await yard.ask("test.echo", {"word": "a canary"}, by=yard.world.b)
    word = "' || (select string_agg(id::text || payload::text, ',') from public.jobs) || '"
    ours = await yard.ask("test.injects", {"word": word})
    await yard.work()
    heard = yard.job(ours)["result"]["heard"]
    assert str(ours) in heard
    assert str(theirs) not in heard
    assert "canary" not in heard
