"""Maintenance promotes, removes and purges in batches."""

from __future__ import annotations

import hypothesis
import pytest
from hypothesis import strategies as st

from sealedbid.system.jobs.handler import Retry
from tests.fixtures.queue import Queue


@pytest.fixture(autouse=True)
def _both_ways() -> None:
    """Run these tests once: they use none of the product's statements."""


def tick(queue: Queue, arguments: str = "") -> dict[str, int]:
    cursor = queue.dispatch.execute(f"select * from queue.tick({arguments})")
    row = cursor.fetchone()
    assert row is not None
    assert cursor.description is not None
    did = {column.name: value for column, value in zip(cursor.description, row, strict=True)}
    del did["chained"]  # of the audit log, which other tests write to as well
    return {name: value for name, value in did.items() if value}


def test_what_is_due_is_promoted_in_batches(queue: Queue) -> None:
    org, other = queue.organizations(2)
    queue.fill(org, 25, status="scheduled", run_at="2020-01-01")
    queue.fill(other, 5, status="scheduled", run_at="2100-01-01")
    assert tick(queue, "p_limit => 10") == {"promoted": 10}
    assert tick(queue, "p_limit => 10") == {"promoted": 10}
    assert tick(queue, "p_limit => 10") == {"promoted": 5}
    assert tick(queue) == {}
    assert queue.value("select count(*) from public.jobs where status = 'scheduled'") == 5


def test_what_has_been_over_for_long_is_removed_in_batches(queue: Queue) -> None:
    org, other = queue.organizations(2)
    for whose in (org, other):
        queue.fill(whose, 15, status="done", finished_at="2020-01-01")
        queue.fill(whose, 1, status="dead", finished_at="2020-01-01")
        queue.fill(whose, 2, status="done", finished_at="now")
        queue.fill(whose, 3)
    assert tick(queue, "p_limit => 20") == {"removed": 20}
    assert tick(queue, "p_limit => 20") == {"removed": 12}
    assert tick(queue) == {}
    left = queue.behind.execute(
        "select status, count(*) from public.jobs group by 1 order by 1"
    ).fetchall()
    assert left == [("done", 4), ("queued", 6)]


def test_credentials_that_expired_a_week_ago_are_purged(queue: Queue) -> None:
    add = (
        "insert into seal_private.credentials (stored, kind, user_id, subject, expires_at)"
        " select sha256(convert_to(%s || n, 'UTF8')), 'session', gen_random_uuid(),"
        " gen_random_uuid(), now() + %s::interval from generate_series(1, 12) n"
    )
    for when in ("-8 days", "-6 days", "1 day"):
        queue.behind.execute(add, (when, when))
    before = queue.value("select count(*) from seal_private.credentials")
    assert tick(queue, "p_limit => 10") == {"purged": 10}
    assert tick(queue, "p_limit => 10") == {"purged": 2}
    assert tick(queue) == {}
    assert queue.value("select count(*) from seal_private.credentials") == before - 12
    queue.behind.execute("delete from seal_private.credentials")


def test_workers_that_died_a_day_ago_are_forgotten(queue: Queue) -> None:
    queue.new_worker()
    queue.behind.execute("update queue.workers set beat_at = now() - interval '26 hours'")
    mine = queue.new_worker()
    tick(queue)
    assert queue.behind.execute("select id from queue.workers").fetchall() == [(mine,)]


def test_a_claim_does_not_wait_for_the_disk(queue: Queue) -> None:
    """A lost claim is repeated, and its first holder finishes nothing."""
    (org,) = queue.organizations(1)
    queue.fill(org, 1)
    queue.dispatch.execute("set synchronous_commit = on")
    with queue.dispatch.transaction():
        queue.claim(1)
        row = queue.dispatch.execute("show synchronous_commit").fetchone()
    assert row == ("off",)
    assert queue.dispatch.execute("show synchronous_commit").fetchone() == ("on",)


@hypothesis.given(st.floats(0.01, 100), st.floats(0.01, 10_000), st.integers(1, 25))
def test_a_retry_waits_anything_up_to_a_doubling_cap(base: float, cap: float, attempt: int) -> None:
    delay = Retry(base=base, cap=cap).delay(attempt)
    assert 0 <= delay <= min(cap, base * 2 ** (attempt - 1))


def test_retries_of_many_jobs_are_spread() -> None:
    delays = [Retry(base=8.0).delay(3) for _ in range(400)]
    for quarter in range(4):
        within = sum(8.0 * quarter <= delay <= 8.0 * (quarter + 1) for delay in delays)
        assert within == pytest.approx(100, abs=50)


def test_a_tick_continues_the_audit_logs_chain(queue: Queue) -> None:
    org, other = queue.organizations(2)
    for whose in (org, other):
        queue.lane(whose, weight=2)
    queue.dispatch.execute("select * from queue.tick()")
    ends = queue.behind.execute(
        "select a.chain_no, h.chain_no from public.audit_log a"
        " left join public.audit_heads h using (org_id) where a.org_id = any(%s)",
        [[org, other]],
    ).fetchall()
    assert ends == [(1, 1), (1, 1)]
