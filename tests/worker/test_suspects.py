"""Jobs that end their process, and other jobs that run beside them."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import pytest

from sealedbid.worker.ending import LATE
from sealedbid.worker.heart import HANGING
from tests.fixtures.agencies import wait_for
from tests.worker.yard import Yard

POISON = "it ended its process three times while it ran alone"


@pytest.fixture(autouse=True)
def _nobody_is_suspected(yard: Yard) -> Iterator[None]:
    yield
    yard.behind("delete from public.jobs")
    yard.behind("delete from queue.quarantines")


class Service:
    """A worker that is started again whenever it dies, as a service manager does."""

    def __init__(self, yard: Yard, *options: str) -> None:
        self._yard = yard
        self._options = options
        self.deaths = 0

    async def until_over(self, *jobs: UUID, seconds: float = 90) -> None:
        """Work until these jobs are over."""
        end = time.monotonic() + seconds
        with self._started() as process:
            while not self._are_over(jobs):
                assert time.monotonic() < end, [self._yard.end_of(job) for job in jobs]
                if process.poll() is not None:
                    break
                await asyncio.sleep(0.1)
            else:
                return
        self.deaths += 1
        self._yard.rescue()
        await self.until_over(*jobs, seconds=end - time.monotonic())

    @contextmanager
    def _started(self) -> Iterator[subprocess.Popen[str]]:
        with self._yard.process("--concurrency", "6", *self._options) as process:
            yield process

    def _are_over(self, jobs: tuple[UUID, ...]) -> bool:
        """Make scheduled jobs ready, so that no test waits a minute for a third attempt."""
        self._yard.behind("update public.jobs set run_at = now() where status = 'scheduled'")
        return not self._yard.behind(
            "select 1 from public.jobs where id = any(%s) and finished_at is null", list(jobs)
        )


def starts(yard: Yard, job: UUID) -> int:
    """Number of times that its body began."""
    return len(yard.behind("select 1 from public.clients where name = %s", f"start of {job}"))


def is_innocent(yard: Yard, job: UUID) -> bool:
    """True if it ended well in one attempt, and was begun twice at most."""
    row = yard.job(job)
    found = (row["status"], row["attempt"], row["crash_count"], row["suspicion"])
    return found == ("done", 1, 0, 0) and starts(yard, job) <= 2


@pytest.mark.full
async def test_a_job_that_ends_its_process_three_times_is_dead(yard: Yard) -> None:
    """The first time it takes its worker along; then it runs in a process of its own."""
    ours = await yard.ask("test.dies")
    with yard.process() as process:
        await asyncio.to_thread(process.wait, 30)
    yard.rescue()
    assert yard.crashes_of(ours) == ("queued", 1, 1)
    with yard.process() as process:
        await yard.until(ours, "scheduled")
        assert yard.crashes_of(ours) == ("scheduled", 2, 1)
        yard.behind("update public.jobs set run_at = now() where id = %s", ours)
        await yard.until(ours, "dead")
        assert process.poll() is None
        await yard.until(await yard.ask("test.echo"), "done")
    assert yard.end_of(ours) == ("dead", "it ended its process three times while it ran alone")
    assert yard.job(ours)["attempt"] == 3


@pytest.mark.full
async def test_the_killers_of_one_organization_leave_the_jobs_of_another_alone(yard: Yard) -> None:
    slow = [await yard.ask("test.trudges", by=yard.world.b) for _ in range(2)]
    killers = [await yard.ask("test.dies") for _ in range(4)]
    service = Service(yard)
    await service.until_over(*slow, *killers)
    assert service.deaths == 1
    assert [is_innocent(yard, job) for job in slow] == [True, True]
    assert {yard.end_of(job) for job in killers} == {("dead", POISON)}
    assert {yard.job(job)["crash_count"] for job in killers} == {3}


@pytest.mark.full
async def test_two_hundred_killers_end_one_worker(yard: Yard) -> None:
    for _ in range(200):
        await yard.ask("test.dies")
    slow = [await yard.ask("test.trudges", by=yard.world.b) for _ in range(4)]
    service = Service(yard)
    await service.until_over(*slow)
    assert service.deaths == 1
    assert [is_innocent(yard, job) for job in slow] == [True] * 4


@pytest.mark.slow
@pytest.mark.timeout(900)
async def test_beside_killers_work_takes_at_most_twice_its_usual_time(yard: Yard) -> None:
    """Usual is beside as many harmless jobs of the other organization."""
    took: dict[str, float] = {}
    for theirs in ("test.naps", "test.dies"):
        others = [await yard.ask(theirs) for _ in range(200)]
        slow = [await yard.ask("test.trudges", by=yard.world.b) for _ in range(40)]
        service = Service(yard)
        began = time.monotonic()
        await service.until_over(*slow)
        took[theirs] = time.monotonic() - began
        assert all(is_innocent(yard, job) for job in slow)
    await service.until_over(*others, seconds=700)
    sys.stderr.write(f"\n{took}, {service.deaths} deaths of the worker\n")
    assert {yard.end_of(job) for job in others} == {("dead", POISON)}
    assert service.deaths <= 2
    assert took["test.dies"] <= 2 * took["test.naps"]


async def in_a_child(yard: Yard, job_type: str) -> UUID:
    """Enqueue a suspect of its organization."""
    job = await yard.ask(job_type)
    yard.behind("update public.jobs set suspicion = 1 where id = %s", job)
    yard.behind(
        "insert into queue.quarantines (org_id) values (%s) on conflict do nothing",
        yard.world.a.id,
    )
    return job


@pytest.mark.full
async def test_a_suspect_that_ends_well_is_none_any_more(yard: Yard) -> None:
    """The tokens and the result are the same as in the worker's own process."""
    ours = await in_a_child(yard, "test.echo")
    await yard.work()
    job = yard.job(ours)
    assert (job["result"], job["actual_tokens"], job["suspicion"]) == ({"heard": "nothing"}, 7, 0)
    yard.behind("select queue.rescue()")
    assert yard.behind("select 1 from queue.quarantines") == []


@pytest.mark.full
async def test_a_suspect_ends_as_it_would_beside_others(yard: Yard) -> None:
    ends = {
        "test.refuses": ("dead", "it cannot be done"),
        "test.exits": ("dead", "the body tried to end the process"),
        "test.unstorable": ("dead", "the result cannot be stored"),
        "test.explains": ("dead", "The model is away."),
        "test.late": ("dead", "it took too long"),
        "test.forgets": ("done", None),
        "test.bolts": ("done", None),
    }
    asked = {await in_a_child(yard, job_type): end for job_type, end in ends.items()}
    await yard.work()
    assert {job: yard.end_of(job) for job in asked} == asked
    assert {yard.job(job)["suspicion"] for job in asked} == {0}


@pytest.mark.full
async def test_a_suspect_is_cancelled_with_the_next_heartbeat(yard: Yard) -> None:
    ours = await in_a_child(yard, "test.sleeps")
    with yard.process() as process:
        await wait_for(process, "sleeping")
        yard.behind("update public.jobs set cancel_requested = true where id = %s", ours)
        await yard.until(ours, "cancelled")
        assert process.poll() is None
    assert yard.job(ours)["actual_tokens"] == 500


@pytest.mark.full
async def test_a_suspect_that_hangs_is_killed_and_its_worker_goes_on(yard: Yard) -> None:
    ours = await in_a_child(yard, "test.sticks")
    with yard.process() as process:
        await wait_for(process, "sleeping")
        yard.behind("update public.jobs set deadline_at = now(), max_attempts = 1")
        await yard.until(ours, "dead")
        await yard.until(await yard.ask("test.echo", by=yard.world.b), "done")
        assert process.poll() is None
    # the worker that kills it says why, unless maintenance has been faster to see that it is late
    assert yard.end_of(ours) in {("dead", HANGING), ("dead", LATE)}


@pytest.mark.full
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
async def test_a_suspect_ends_with_its_worker(yard: Yard, number: signal.Signals) -> None:
    """Killed, its child is gone at once; stopped, it releases the job and its child has ended."""
    ours = await in_a_child(yard, "test.sleeps")
    with yard.process("--grace", "0") as process:
        await wait_for(process, "sleeping")
        child = _only_child(process.pid)
        process.send_signal(number)
        await asyncio.to_thread(process.wait, 20)
        while Path(f"/proc/{child}").exists():
            await asyncio.sleep(0.02)
    if number == signal.SIGTERM:
        assert yard.crashes_of(ours) == ("queued", 0, 1)
        assert yard.job(ours)["attempt"] == 0


@pytest.mark.full
async def test_the_lease_of_a_suspect_is_in_no_argument_and_no_variable(yard: Yard) -> None:
    ours = await in_a_child(yard, "test.sleeps")
    with yard.process() as process:
        await wait_for(process, "sleeping")
        child = Path(f"/proc/{_only_child(process.pid)}")
        shown = (child / "cmdline").read_bytes() + (child / "environ").read_bytes()
        assert yard.job(ours)["lease_token"].encode() not in shown
        assert b"password" not in shown.lower()


def _only_child(parent: int) -> int:
    """The only child process of a worker."""
    found = []
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            status = Path(f"/proc/{name}/stat").read_text()
        except FileNotFoundError:
            continue  # it has ended meanwhile
        if int(status.rpartition(")")[2].split()[1]) == parent:
            found.append(int(name))
    assert len(found) == 1
    return found[0]
