"""Workers that die, hang, fall silent or are stopped, and the fate of their jobs."""

from __future__ import annotations

import asyncio
import signal

import pytest

from sealedbid.platform.postgres import gateway
from sealedbid.worker.heart import HANGS
from tests.fixtures.agencies import wait_for
from tests.worker.yard import Yard

pytestmark = pytest.mark.full

SILENT = 1.0
"""Seconds of silence after which other workers take a silent worker for dead."""


@pytest.mark.full
async def test_a_body_that_holds_its_process_ends_with_it(yard: Yard) -> None:
    """The heart beats in a thread of its own, ends the process, and reports the hanging job."""
    ours = await yard.ask("test.hangs", by=yard.people.found("Of the hanging"))
    beside = await yard.ask("test.sleeps", by=yard.world.b, priority=1)
    with yard.process(TEST_HEART_GRACE="0.5") as process:
        assert await asyncio.to_thread(process.wait, 60) == HANGS
    assert yard.end_of(ours) == ("queued", "it did not end when it was told to")
    assert yard.crashes_of(ours) == ("queued", 1, 1)
    assert yard.crashes_of(beside) == ("queued", 0, 0)
    assert yard.job(beside)["attempt"] == 0
    yard.behind("delete from public.jobs where id = any(%s)", [ours, beside])


async def test_a_worker_that_is_stopped_ends_what_it_began(yard: Yard) -> None:
    with yard.process() as process:
        ours = await yard.ask("test.sleeps")
        await wait_for(process, "sleeping")
        process.send_signal(signal.SIGTERM)
        await asyncio.sleep(0.5)
        assert process.poll() is None  # it waits for the body
        later = await yard.ask("test.echo")
        await asyncio.sleep(0.5)
        assert yard.job(later)["status"] == "queued"  # and takes nothing new
        process.send_signal(signal.SIGTERM)
        assert await asyncio.to_thread(process.wait, 60) == 0
    assert yard.end_of(ours) == ("queued", None)
    assert yard.job(ours)["attempt"] == 0
    yard.behind("delete from public.jobs where id = any(%s)", [ours, later])


async def test_after_its_grace_a_worker_gives_back_what_runs(yard: Yard) -> None:
    with yard.process("--grace", "1") as process:
        ours = await yard.ask("test.sleeps")
        await wait_for(process, "sleeping")
        process.send_signal(signal.SIGINT)
        assert await asyncio.to_thread(process.wait, 60) == 0
    assert yard.job(ours)["status"] == "queued"
    assert yard.job(ours)["attempt"] == 0
    yard.behind("delete from public.jobs where id = %s", ours)


@pytest.mark.full
async def test_a_body_that_does_not_hear_loses_its_worker_and_no_attempt(yard: Yard) -> None:
    with yard.process("--grace", "0.1") as process:
        ours = await yard.ask("test.stubborn")
        await wait_for(process, "sleeping")
        process.send_signal(signal.SIGTERM)
        assert await asyncio.to_thread(process.wait, 60) == HANGS
    job = yard.job(ours)
    assert (job["status"], job["attempt"], job["crash_count"]) == ("queued", 0, 0)
    yard.behind("delete from public.jobs where id = %s", ours)


@pytest.mark.full
async def test_a_worker_that_is_not_heard_lets_go_of_what_it_runs(yard: Yard) -> None:
    """Others take it for dead by then; it takes nothing new until its heartbeat arrives again."""
    with yard.process(lease=SILENT) as process:
        ours = await yard.ask("test.sleeps")
        await wait_for(process, "sleeping")
        with yard.installation.as_superuser() as behind, behind.transaction():
            behind.execute("lock table queue.workers in exclusive mode")  # stops heartbeats
            await asyncio.sleep(2.5 * SILENT)
            assert yard.behind("select * from queue.workers where beat_at + ttl < now()")
        await wait_for(process, "sleeping")  # another attempt, after its heartbeat arrives again
        status, before = yard.end_of(ours)
        assert status == "running"
        # Recorded by itself, or by the worker that rescued it before.
        assert before in ("the database did not answer", "the worker stopped answering")
        assert yard.job(ours)["attempt"] == 2
        yard.behind("update public.jobs set cancel_requested = true where id = %s", ours)
        await yard.until(ours, "cancelled")


@pytest.mark.parametrize("job_type", ["test.forgets", "test.bolts"])
async def test_a_child_of_a_body_is_no_worker(yard: Yard, job_type: str) -> None:
    """The child finds no connection, and ends; the parent does not notice."""
    with yard.process() as process:
        ours = await yard.ask(job_type)
        await yard.until(ours, "done")
        assert yard.job(ours)["result"] == {"heard": "the parent"}
        await yard.until(await yard.ask("test.echo"), "done")
        assert process.poll() is None
    named = yard.behind("select name from public.clients where name like %s", f"effect of {ours} %")
    assert named == ([(f"effect of {ours} False",)] if job_type == "test.forgets" else [])


@pytest.mark.full
async def test_a_body_that_eats_memory_fails_and_its_worker_goes_on(yard: Yard) -> None:
    with yard.process("--max-memory", "1500") as process:
        ours = await yard.ask("test.eats")
        await yard.until(ours, "dead")
        assert yard.end_of(ours) == ("dead", "MemoryError")
        await yard.until(await yard.ask("test.echo"), "done")
        assert process.poll() is None


async def test_a_transaction_that_is_held_open_across_slow_work_is_ended_by_the_server(
    yard: Yard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gateway, "_RESET", gateway._RESET.replace("60s", "300ms"))
    ours = await yard.ask("test.dawdles")
    await yard.work()
    assert yard.end_of(ours) == ("dead", "The transaction waited too long for its next statement.")
    assert yard.behind("select from public.clients where name = %s", f"effect of {ours}") == []
