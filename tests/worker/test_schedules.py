"""Schedules as workers meet them: each time is used once, by any worker, and run to its end."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import psycopg
import pytest
import pytest_asyncio

from sealedbid.platform.postgres import open_pool
from sealedbid.worker import schedules as rounds
from sealedbid.worker.dispatch import Dispatcher, DueSchedule
from sealedbid.worker.run import run_worker
from sealedbid.worker.schedules import fire_due_schedules
from tests.db.documents import within
from tests.fixtures.people import Organization, People, World
from tests.fixtures.server import Installation
from tests.worker.bodies import BODIES

WORKERS = 4

pytestmark = pytest.mark.full


@dataclass(frozen=True, slots=True)
class Yard:
    """A database with two organizations, and workers in it."""

    installation: Installation
    people: People
    world: World

    def set(
        self,
        organization: Organization,
        name: str = "daily",
        job_type: str = "test.echo",
        *,
        due: str = "-1 second",
        **more: Any,
    ) -> UUID:
        """Set a schedule as the organization's admin."""
        given = {"payload": '{"word": "hello"}', "cron": "0 9 * * *"} | more
        named = "".join(f", p_{key} => %({key})s" for key in given)
        with self.installation.connect("sb_api") as api, within(api, organization, "admin"):
            row = api.execute(
                "select queue.set_schedule(%(org)s, %(name)s, %(type)s,"
                f" p_timezone => 'Europe/Berlin', p_next => now() + %(due)s::interval{named})",
                {"org": organization.id, "name": name, "type": job_type, "due": due} | given,
            ).fetchone()
        assert row is not None
        made: UUID = row[0]
        return made

    async def round(self) -> None:
        """Run the round that a worker runs every second."""
        settings = self.installation.settings
        pool = await open_pool(self.installation.conninfo("sb_dispatch"), settings, name="round")
        try:
            await fire_due_schedules(Dispatcher(pool, lease=30, deadlines={}))
        finally:
            await pool.close()

    async def work(self) -> None:
        """Run a worker until nothing is ready."""
        await run_worker(self.installation.settings, until_idle=True, handlers=BODIES, poll=0.05)

    def behind(self, statement: Any, *params: Any) -> list[Any]:
        with self.installation.as_superuser() as behind:
            cursor = behind.execute(statement, params)
            return cursor.fetchall() if cursor.description else []

    def schedule(self, schedule: UUID) -> dict[str, Any]:
        [(row,)] = self.behind(
            "select to_jsonb(s) from public.job_schedules s where s.id = %s", schedule
        )
        found: dict[str, Any] = row
        return found

    def jobs(self, schedule: UUID) -> list[dict[str, Any]]:
        key = f"schedule {schedule}"
        rows = self.behind("select to_jsonb(j) from public.jobs j where j.unique_key = %s", key)
        return [row for (row,) in rows]


@pytest_asyncio.fixture
async def yard(make_database: Callable[..., Installation]) -> AsyncIterator[Yard]:
    installation = make_database()
    people = People(installation)
    yield Yard(installation, people, people.world())


async def test_a_worker_runs_what_is_due_of_every_organization(yard: Yard) -> None:
    ours, theirs = yard.set(yard.world.a), yard.set(yard.world.b, payload='{"word": "theirs"}')
    later = yard.set(yard.world.a, "later", due="1 hour")
    await yard.work()
    for schedule, organization, word in (
        (ours, yard.world.a, "hello"),
        (theirs, yard.world.b, "theirs"),
    ):
        (job,) = yard.jobs(schedule)
        assert (job["status"], job["result"]) == ("done", {"heard": word})
        assert job["org_id"] == str(organization.id)
        assert job["requested_by"] == str(organization.admin.id)
        ahead = datetime.fromisoformat(yard.schedule(schedule)["next_run_at"])
        assert timedelta(0) < ahead - datetime.now(UTC) <= timedelta(hours=25)
        assert ahead.astimezone(UTC).hour in (7, 8)  # nine in Berlin
    assert yard.jobs(later) == []


async def test_four_workers_use_each_time_once(yard: Yard) -> None:
    """Every second for a while, each on a connection of its own, all at the same moment."""
    made = [
        yard.set(organization, f"no {number}", "test.unclaimed")
        for organization in (yard.world.a, yard.world.b)
        for number in range(10)
    ]
    rounds_each = 5
    together = threading.Barrier(WORKERS)
    outcomes: list[list[str]] = [[] for _ in range(WORKERS)]
    behind = yard.installation.as_superuser()

    def dispatch(worker: int) -> None:
        with yard.installation.connect("sb_dispatch") as connection:
            for number in range(rounds_each):
                if together.wait(30) == 0:
                    # the earlier jobs are over, and every schedule is due again
                    behind.execute(
                        "update public.jobs set status = 'done', finished_at = now()"
                        " where status = 'queued'"
                    )
                    behind.execute(
                        "update public.job_schedules set next_run_at = now() - interval '1 second'"
                        " - %s * interval '1 millisecond'",
                        [number],
                    )
                together.wait(30)
                due = connection.execute("select * from queue.due_schedules(100)").fetchall()
                together.wait(30)  # all have read the same schedules
                for org, schedule, _, _, due_at, _ in due:
                    row = connection.execute(
                        "select queue.fire_schedule(%s, %s, %s, now() + interval '1 hour')",
                        (org, schedule, due_at),
                    ).fetchone()
                    assert row is not None
                    if row[0] is not None:
                        outcomes[worker].append(row[0])

    threads = [threading.Thread(target=dispatch, args=(n,)) for n in range(WORKERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        await asyncio.to_thread(thread.join, 60)
    behind.close()
    fired = [outcome for worker in outcomes for outcome in worker]
    assert fired == ["fired"] * (len(made) * rounds_each)
    for schedule in made:
        assert len(yard.jobs(schedule)) == rounds_each


async def test_who_has_many_due_holds_up_nobody_who_has_one(
    yard: Yard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rounds, "ROUND", 5)
    many = [yard.set(yard.world.a, f"no {n}", due="-1 hour") for n in range(8)]
    one = yard.set(yard.world.b)
    await yard.round()
    assert len(yard.jobs(one)) == 1
    assert sum(len(yard.jobs(each)) for each in many) == 4


@pytest.mark.parametrize(("catch_up", "runs"), [(True, 1), (False, 0)])
async def test_many_missed_times_come_to_one_run_or_none(
    yard: Yard, catch_up: bool, runs: int
) -> None:
    """No worker ran for three days of a minutely schedule; then time goes on from now."""
    ours = yard.set(yard.world.a, cron="* * * * *", catch_up=catch_up, due="-3 days")
    theirs = yard.set(yard.world.b, cron="* * * * *", due="1 hour")
    for _ in range(3):
        await yard.round()
    assert len(yard.jobs(ours)) == runs
    row = yard.schedule(ours)
    assert row["last_outcome"] == ("fired" if catch_up else "missed")
    assert datetime.fromisoformat(row["next_run_at"]) > datetime.now(UTC) - timedelta(seconds=5)
    assert yard.jobs(theirs) == []


async def test_a_run_that_has_not_ended_is_not_doubled(yard: Yard) -> None:
    ours, theirs = (yard.set(each, job_type="test.unclaimed") for each in two(yard.world))
    await yard.round()
    ours = yard.set(yard.world.a, job_type="test.unclaimed")
    await yard.round()
    assert len(yard.jobs(ours)) == 1
    assert yard.schedule(ours)["last_outcome"] == "still running"
    assert yard.schedule(theirs)["last_outcome"] == "fired"


@pytest.mark.parametrize(
    ("column", "value"), [("cron", "0 99 * * *"), ("timezone", "Europe/Nowhere")]
)
async def test_what_cannot_be_read_is_switched_off_and_the_others_run(
    yard: Yard, column: str, value: str
) -> None:
    bad, good = (yard.set(each) for each in two(yard.world))
    yard.behind(f"update public.job_schedules set {column} = %s where id = %s", value, bad)
    await yard.work()
    row = yard.schedule(bad)
    assert (row["is_active"], row["next_run_at"]) == (False, None)
    assert row["off_reason"] == "its cron or its time zone cannot be read"
    assert yard.jobs(bad) == []
    assert [job["status"] for job in yard.jobs(good)] == ["done"]


async def test_the_job_of_somebody_who_left_ends_as_such_and_there_is_no_other(yard: Yard) -> None:
    ours, theirs = (yard.set(each) for each in two(yard.world))
    with (
        yard.installation.connect("sb_api") as api,
        within(api, yard.world.a, "owner"),
    ):
        api.execute("select core.remove_member(%s)", [yard.world.a.admin.id])
    await yard.work()
    (job,) = yard.jobs(ours)
    reason = "the person who asked for this job has left"
    assert (job["status"], job["error"]["reason"]) == ("dead", reason)
    assert yard.schedule(ours)["off_reason"] == "the person who set it has left"
    assert [job["status"] for job in yard.jobs(theirs)] == ["done"]


async def test_an_error_of_one_schedule_stops_neither_the_others_nor_the_worker(
    yard: Yard, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad, good = (yard.set(each) for each in two(yard.world))
    fire = Dispatcher.fire_schedule

    async def failing(self: Dispatcher, due: DueSchedule, next_run_at: datetime | None) -> Any:
        if due.schedule_id == bad:
            raise psycopg.errors.CheckViolation("it quotes a row")
        return await fire(self, due, next_run_at)

    monkeypatch.setattr(Dispatcher, "fire_schedule", failing)
    await yard.work()
    assert [job["status"] for job in yard.jobs(good)] == ["done"]
    assert yard.jobs(bad) == []


async def test_that_the_database_is_gone_is_for_the_worker_to_wait_out(
    yard: Yard, monkeypatch: pytest.MonkeyPatch
) -> None:
    yard.set(yard.world.a)

    async def gone(dispatcher: Dispatcher, due: DueSchedule) -> None:
        raise psycopg.OperationalError("the connection is lost")

    monkeypatch.setattr(rounds, "_fire", gone)
    with pytest.raises(psycopg.OperationalError):
        await yard.round()


def two(world: World) -> tuple[Organization, Organization]:
    return world.a, world.b
