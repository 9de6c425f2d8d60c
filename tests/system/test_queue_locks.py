"""Two sessions at once, in every order in which the queue's functions lock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import psycopg
import pytest
from psycopg import Connection

from tests.fixtures.queue import Queue

Row = tuple[Any, ...]


@pytest.fixture(autouse=True)
def _both_ways() -> None:
    """Run these tests once: they use none of the product's statements."""


@pytest.fixture
def other(queue: Queue) -> Iterator[Connection[Any]]:
    """Another dispatcher, which waits for no lock."""
    with queue.installation.connect("sb_dispatch") as connection:
        connection.execute("set lock_timeout = '100ms'")
        yield connection


@pytest.fixture
def body(queue: Queue) -> Iterator[Connection[Any]]:
    with queue.installation.connect("sb_worker") as connection:
        yield connection


def finish(body: Connection[Any], claimed: Row, tokens: int = 5) -> None:
    org, job, lease = claimed
    body.execute("select seal.open_job(%s, %s, %s)", (job, lease, org))
    body.execute("select queue.finish(%s, null, %s)", (lease, tokens))


def beat(queue: Queue, on: Connection[Any], claimed: Row, tokens: int) -> list[Row]:
    return on.execute(
        "select * from queue.beat(%s, array[%s]::uuid[], array[%s]::uuid[], array[%s]::uuid[],"
        " array[%s]::bigint[])",
        (queue.worker, *claimed, tokens),
    ).fetchall()


def in_thread(threads: ThreadPoolExecutor, act: Callable[[], Any]) -> Future[Any]:
    return threads.submit(act)


def test_a_claim_waits_for_no_other_claim(queue: Queue, other: Connection[Any]) -> None:
    limited, free = queue.organizations(2)
    queue.lane(limited, max_running=5)
    queue.fill(limited, 10)
    queue.fill(free, 10)
    with queue.dispatch.transaction():
        mine = {job for _, job, _ in queue.claim(4)}
        theirs = queue.claim(10, other)
        assert {org for org, *_ in theirs} == {free}  # the limited lane is being counted
        assert mine.isdisjoint(job for _, job, _ in theirs)


def test_a_claim_waits_for_no_finish(
    queue: Queue, other: Connection[Any], body: Connection[Any]
) -> None:
    (org,) = queue.organizations(1)
    queue.lane(org, token_limit=1_000)
    queue.fill(org, 10)
    claimed = queue.claim(1)[0]
    with body.transaction():
        finish(body, claimed)
        assert queue.claim(5, other) == []  # its lane is being written: not in this turn
    assert len(queue.claim(5, other)) == 5


def test_a_heartbeat_waits_for_no_body(
    queue: Queue, other: Connection[Any], body: Connection[Any]
) -> None:
    """A body may lock its row for as long as its transaction is open."""
    (org,) = queue.organizations(1)
    queue.fill(org, 2)
    held, free = queue.claim(2)
    with body.transaction():
        body.execute("select seal.open_job(%s, %s, %s)", (held[1], held[2], org))
        body.execute("select queue.report(%s, '{}')", (held[2],))
        assert beat(queue, other, held, 7) == []
        assert beat(queue, other, free, 7) == []
    reported = dict(queue.behind.execute("select id, attempt_tokens from public.jobs").fetchall())
    assert reported == {held[1]: 0, free[1]: 7}
    beat(queue, other, held, 9)
    assert queue.value("select attempt_tokens from public.jobs where id = %s", held[1]) == 9


@pytest.mark.parametrize("keeper", ["rescue", "tick", "sweep"])
def test_maintenance_waits_for_no_body(
    queue: Queue, other: Connection[Any], body: Connection[Any], keeper: str
) -> None:
    (org,) = queue.organizations(1)
    queue.fill(org, 1)
    claimed = queue.claim(1)[0]
    with body.transaction():
        finish(body, claimed)
        queue.behind.execute("update queue.workers set beat_at = now() - interval '1 day'")
        statement = {
            "rescue": "select queue.rescue()",
            "tick": "select rescued from queue.tick()",
            "sweep": "select queue.tick('0')",
        }[keeper]
        other.execute(statement)
    assert queue.value("select status from public.jobs") == "done"


def test_maintenance_is_done_by_one_at_a_time(queue: Queue, other: Connection[Any]) -> None:
    with queue.dispatch.transaction():
        assert len(queue.dispatch.execute("select * from queue.tick()").fetchall()) == 1
        assert other.execute("select * from queue.tick()").fetchall() == []
    assert len(other.execute("select * from queue.tick()").fetchall()) == 1


def test_a_tenants_lock_does_not_stop_maintenance(queue: Queue) -> None:
    """Every login that can send a statement can take advisory locks."""
    with queue.installation.connect("sb_api") as api:
        api.execute("select pg_advisory_lock(hashtextextended('sealedbid queue.tick', 0))")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            api.execute("select from queue.duty for update")
        assert len(queue.dispatch.execute("select * from queue.tick()").fetchall()) == 1


def test_leases_given_back_in_any_order_lock_lanes_in_one(queue: Queue) -> None:
    orgs = queue.organizations(6)
    for org in orgs:
        queue.lane(org, token_limit=1_000_000)
        queue.fill(org, 40)
    claimed = sorted(queue.claim(240))
    assert len(claimed) == 240
    mine, theirs = claimed[::2], claimed[1::2][::-1]

    def give_back(leases: list[Row]) -> int:
        given = 0
        with queue.installation.connect("sb_dispatch") as own:
            own.execute("set lock_timeout = '20s'")
            for start in range(0, len(leases), 12):
                some = leases[start : start + 12]
                row = own.execute(
                    "select queue.release(%s::uuid[], %s::uuid[], %s::uuid[], %s::bigint[])",
                    (*(list(each) for each in zip(*some, strict=True)), [3] * len(some)),
                ).fetchone()
                assert row is not None
                given += row[0]
        return given

    with ThreadPoolExecutor(2) as threads:
        both = [threads.submit(give_back, leases) for leases in (mine, theirs)]
        assert [each.result(60) for each in both] == [120, 120]
    assert queue.value("select sum(tokens_used) from public.job_lanes") == 720


@pytest.mark.parametrize("first", ["finish", "stop"])
def test_of_a_finish_and_a_stop_the_first_counts(
    queue: Queue, body: Connection[Any], first: str
) -> None:
    """A finished job was not stopped; one that is told to stop may still end."""
    (org,) = queue.organizations(1)
    queue.fill(org, 1)
    claimed = queue.claim(1)[0]
    stop = "select queue.stop_jobs('a test', %s, p_job => %s)"
    with ThreadPoolExecutor(1) as threads, queue.installation.as_owner() as owner:
        if first == "finish":
            with body.transaction():
                finish(body, claimed)
                stopped = threads.submit(lambda: owner.execute(stop, (org, claimed[1])).fetchone())
                with pytest.raises(TimeoutError):
                    stopped.result(0.3)  # it waits for the job's end
            assert stopped.result(10) == (0,)
        else:
            with owner.transaction():
                owner.execute(stop, (org, claimed[1]))

                def work() -> None:
                    with body.transaction():
                        finish(body, claimed)

                finished = threads.submit(work)
                with pytest.raises(TimeoutError):
                    finished.result(0.3)
            finished.result(10)
    assert queue.value("select status from public.jobs") == "done"
    log = "select count(*) from public.audit_log where org_id = %s and action = 'jobs.cancelled'"
    assert queue.value(log, org) == (first == "stop")


def test_of_two_finishes_of_one_lease_one_counts(queue: Queue, body: Connection[Any]) -> None:
    (org,) = queue.organizations(1)
    queue.fill(org, 1)
    claimed = queue.claim(1)[0]

    def again() -> None:
        with queue.installation.connect("sb_worker") as other, other.transaction():
            finish(other, claimed)

    with ThreadPoolExecutor(1) as threads:
        with body.transaction():
            finish(body, claimed)
            second = threads.submit(again)
            with pytest.raises(TimeoutError):
                second.result(0.3)
        with pytest.raises(psycopg.errors.SerializationFailure):
            second.result(10)
    assert queue.value("select actual_tokens from public.jobs") == 5
