"""A row that maintenance cannot handle is set aside; the rest of the round goes on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from tests.fixtures.clock import clock_of
from tests.fixtures.queue import Queue
from tests.poison.conftest import Poison

TICK = "select promoted, rescued, removed, purged, chained, aside from queue.tick()"
PAST = "2020-01-01"


def tick(queue: Queue) -> tuple[Any, ...]:
    row: tuple[Any, ...] | None = queue.dispatch.execute(TICK).fetchone()
    assert row is not None, "another connection does the maintenance"
    return row


def schedule(queue: Queue, org: UUID) -> UUID:
    """Enqueue a job whose time has come."""
    id: UUID = queue.value(
        "insert into public.jobs (org_id, job_type, status, run_at)"
        " values (%s, 'test.job', 'scheduled', %s) returning id",
        *(org, PAST),
    )
    return id


def status(queue: Queue, id: UUID) -> str:
    found: str = queue.value("select status from public.jobs where id = %s", id)
    return found


def test_a_job_that_cannot_be_promoted_holds_up_no_other(
    queue: Queue, poison: Poison, aside: Callable[[], list[Any]]
) -> None:
    a, b = queue.organizations(2)
    spoiled, ours, theirs = schedule(queue, a), schedule(queue, a), schedule(queue, b)
    poison("public.jobs", "update", spoiled)
    assert tick(queue)[0] == 2
    assert [status(queue, id) for id in (spoiled, ours, theirs)] == [
        "scheduled",
        "queued",
        "queued",
    ]
    assert aside() == [("promote", a, spoiled, "22003")]
    later = schedule(queue, b)
    assert tick(queue)[0] == 1
    assert status(queue, later) == "queued"


def test_what_was_set_aside_is_tried_again_and_leaves_the_list_when_it_is_mended(
    queue: Queue, poison: Poison, aside: Callable[[], list[Any]]
) -> None:
    (a,) = queue.organizations(1)
    spoiled = schedule(queue, a)
    poison("public.jobs", "update", spoiled)
    tick(queue)
    tries = "select tries from queue.set_aside"
    with clock_of(queue.installation) as clock:
        assert (tick(queue)[5], queue.value(tries)) == (1, 1)
        clock.forward(minutes=2)
        assert (tick(queue)[5], queue.value(tries)) == (1, 2)
        queue.behind.execute("drop trigger spoiled on public.jobs")
        clock.forward(minutes=3)
        assert tick(queue)[0] == 1
        clock.forward(hours=2)
        assert tick(queue)[5] == 0
    assert aside() == []


def test_a_job_that_cannot_be_taken_back_holds_up_no_other(
    queue: Queue, poison: Poison, aside: Callable[[], list[Any]]
) -> None:
    a, b = queue.organizations(2)
    queue.fill(a, 2)
    queue.fill(b, 1)
    claimed = queue.claim(3)
    spoiled = next(job for org, job, _ in claimed if org == a)
    queue.behind.execute("update queue.workers set beat_at = %s", [PAST])
    poison("public.jobs", "update", spoiled)
    assert tick(queue)[1] == 2
    assert {status(queue, job) for _, job, _ in claimed if job != spoiled} == {"queued"}
    assert aside() == [("rescue", a, spoiled, "22003")]


def test_a_job_that_cannot_be_removed_holds_up_no_other(
    queue: Queue, poison: Poison, aside: Callable[[], list[Any]]
) -> None:
    a, b = queue.organizations(2)
    for org in (a, b):
        queue.fill(org, 2, status="done", finished_at=PAST)
    spoiled: UUID = queue.value("select id from public.jobs where org_id = %s limit 1", a)
    poison("public.jobs", "delete", spoiled)
    assert tick(queue)[2] == 3
    assert aside() == [("sweep", a, spoiled, "22003")]


def test_an_event_that_cannot_be_chained_holds_up_no_other(
    queue: Queue, poison: Poison, aside: Callable[[], list[Any]]
) -> None:
    a, b = queue.organizations(2)
    for org in (a, b):
        queue.behind.execute(
            "insert into public.audit_log (org_id, actor_kind, action, created_at)"
            " select %s, 'system', 'a.day', now() - make_interval(days => n)"
            " from generate_series(1, 3) n",
            [org],
        )
    spoiled: UUID = queue.value(
        "select id from public.audit_log where org_id = %s order by created_at limit 1", a
    )
    poison("public.audit_log", "update", spoiled)
    assert tick(queue)[4] == 5
    assert aside() == [("chain", a, spoiled, "22003")]
    left = queue.behind.execute("select id from public.audit_log where chain_no is null").fetchall()
    assert left == [(spoiled,)]


def test_a_part_that_fails_as_a_whole_stops_no_other_part(
    queue: Queue, aside: Callable[[], list[Any]]
) -> None:
    (a,) = queue.organizations(1)
    waits = schedule(queue, a)
    body = queue.value(
        "select pg_get_functiondef('seal_private.purge_credentials(int)'::regprocedure)"
    )
    queue.behind.execute(
        "create or replace function seal_private.purge_credentials(p_limit int) returns bigint"
        " language sql security definer set search_path = pg_catalog, pg_temp as 'select 1 / 0'"
    )
    try:
        tick(queue)
    finally:
        queue.behind.execute(body)
    assert status(queue, waits) == "queued"
    assert aside() == [("purge", UUID(int=0), None, "22012")]
    queue.behind.execute("delete from queue.set_aside")


def test_a_reason_quotes_nothing_of_a_row(
    queue: Queue, poison: Poison, aside: Callable[[], list[Any]]
) -> None:
    (a,) = queue.organizations(1)
    spoiled = schedule(queue, a)
    poison("public.jobs", "update", spoiled)
    tick(queue)
    assert "secret" not in str(aside())


@pytest.mark.parametrize("login", ["sb_api", "sb_worker", "sb_auth"])
def test_nobody_but_the_dispatcher_sees_or_sets_anything_aside(queue: Queue, login: Any) -> None:
    with queue.installation.connect(login) as connection:
        for statement in (
            "select * from queue.aside()",
            "select * from queue.count_aside()",
            "select queue.put_aside('fire', null, null, 'x')",
            "select * from queue.set_aside",
        ):
            with pytest.raises(Exception, match="permission denied"):
                connection.execute(statement)
