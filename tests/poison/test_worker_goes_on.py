"""A worker ends for no row: one that it cannot handle is logged, counted and set aside."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import pytest_asyncio
from psycopg import Connection, sql

from sealedbid.cli.jobs_report import print_backlog
from sealedbid.system.jobs.backlog import Backlog, read_backlog
from tests.db.contexts import scalar
from tests.fixtures.people import Organization, People
from tests.fixtures.server import Installation
from tests.worker.yard import Yard

pytestmark = pytest.mark.full

LATER = "2199-01-01"


@pytest_asyncio.fixture
async def yard(make_database: Callable[..., Installation]) -> AsyncIterator[Yard]:
    installation = make_database()
    people = People(installation)
    async with installation.gateway("sb_api") as gateway:
        yield Yard(installation, gateway, people, people.world())


SPOIL = """
create function public.spoil() returns trigger language plpgsql as
$$ begin raise numeric_value_out_of_range using message = 'secret words'; end $$
"""


@contextmanager
def working(yard: Yard, log: Path) -> Iterator[None]:
    """A worker that has found the database sealed; it has to end in order."""
    with yard.process(log=log) as worker:
        while not yard.behind("select id from queue.workers"):
            assert worker.poll() is None, log.read_text()
            time.sleep(0.05)
        yield
        assert worker.poll() is None, "the worker has ended"
        worker.terminate()
        assert worker.wait(60) == 0
    assert "secret" not in log.read_text()


def spoil(behind: Connection[Any], table: str, row_id: UUID) -> None:
    """Make every change of this row fail with an unforeseen error."""
    behind.execute(SPOIL)
    behind.execute(
        sql.SQL(
            "create trigger spoiled before update on {} for each row"
            " when (new.id = {}) execute function public.spoil()"
        ).format(sql.Identifier(*table.split(".")), sql.Literal(row_id))
    )


def break_function(yard: Yard, function: str) -> None:
    """Give a function of the database a body that fails."""
    ((header,),) = yard.behind(
        "select split_part(pg_get_functiondef(to_regproc(%s)), 'AS $function$', 1)", function
    )
    language = header.replace("LANGUAGE sql", "LANGUAGE plpgsql")
    body = "begin raise numeric_value_out_of_range using message = 'secret words'; end"
    yard.behind(f"{language} as $$ {body} $$")


@pytest.mark.parametrize("function", ["queue.tick", "queue.due_schedules"])
async def test_maintenance_that_fails_stops_no_job(
    yard: Yard, tmp_path: Path, function: str
) -> None:
    log = tmp_path / "log"
    with working(yard, log):
        break_function(yard, function)
        while "22003" not in log.read_text():  # the class of the planted error
            await asyncio.sleep(0.05)
        job = await yard.ask("test.echo", {"word": "hello"})
        await yard.until(job, "done")


async def test_a_lane_that_cannot_be_claimed_stops_no_other(yard: Yard, tmp_path: Path) -> None:
    ours = await yard.ask("test.echo", {"word": "hello"}, run_at=LATER)
    with working(yard, tmp_path / "log"):
        with yard.installation.as_superuser() as behind, behind.transaction():
            spoil(behind, "public.jobs", ours)
            behind.execute("set local session_replication_role = replica")
            behind.execute("update public.jobs set status = 'queued' where id = %s", [ours])
        while not read(yard).aside:
            await asyncio.sleep(0.05)
        theirs = await yard.ask("test.echo", {"word": "hello"}, by=yard.world.b)
        await yard.until(theirs, "done")
    assert yard.end_of(ours) == ("queued", None)
    assert [(a.task, a.org_id, a.row_id) for a in read(yard).aside] == [
        ("claim", yard.world.a.id, None)
    ]
    assert read(yard).aside_counts == {"claim": 1}


async def test_a_schedule_that_cannot_be_fired_is_set_aside_and_others_are_fired(
    yard: Yard, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with working(yard, tmp_path / "log"):
        with yard.installation.as_superuser() as behind, behind.transaction():
            spoiled, ours = plan(behind, yard.world.a, "x"), plan(behind, yard.world.a, "y")
            theirs = plan(behind, yard.world.b, "z")
            spoil(behind, "public.job_schedules", spoiled)
        for schedule in (ours, theirs):
            while outcome(yard, schedule) is None:
                await asyncio.sleep(0.05)
        while not read(yard).aside:
            await asyncio.sleep(0.05)
    assert outcome(yard, spoiled) is None
    assert [(a.task, a.org_id, a.row_id) for a in read(yard).aside] == [
        ("fire", yard.world.a.id, spoiled)
    ]
    print_backlog(read(yard))
    printed = " ".join(capsys.readouterr().out.split())
    assert f"Set aside: schedule {spoiled} of organization {yard.world.a.id} (fire:" in printed
    assert "22003" in printed
    assert "secret" not in printed


async def test_a_time_that_no_client_can_read_ends_no_worker(yard: Yard, tmp_path: Path) -> None:
    """The bound refuses it; a superuser who switches triggers off can store it."""
    with yard.installation.as_superuser() as behind, behind.transaction():
        spoiled = plan(behind, yard.world.a, "x")
        theirs = plan(behind, yard.world.b, "z")
        behind.execute("set local session_replication_role = replica")
        behind.execute(
            "update public.job_schedules set next_run_at = '-infinity' where id = %s", [spoiled]
        )
    with working(yard, tmp_path / "log"):
        while outcome(yard, theirs) is None:
            await asyncio.sleep(0.05)
    assert outcome(yard, spoiled) is None


def read(yard: Yard) -> Backlog:
    return read_backlog(yard.installation.conninfo("sb_dispatch"))


def plan(connection: Connection[Any], organization: Organization, name: str) -> UUID:
    """Set a due schedule of the organization, as the operator."""
    id: UUID = scalar(
        connection,
        "select queue.set_schedule(%s, %s, 'test.echo', '0 0 * * *', 'UTC', '2020-01-01')",
        *(organization.id, name),
    )
    return id


def outcome(yard: Yard, schedule: UUID) -> str | None:
    found: str | None = yard.behind(
        "select last_outcome from public.job_schedules where id = %s", schedule
    )[0][0]
    return found
