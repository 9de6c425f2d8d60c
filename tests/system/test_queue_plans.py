"""Statements of the queue read few rows, however much waits, whatever the statistics."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import pytest

from tests.fixtures.queue import Queue

BACKLOG = 8_000


@pytest.fixture(autouse=True)
def _both_ways() -> None:
    """Run these tests once: they use none of the product's statements."""


@pytest.fixture
def long_queue(queue: Queue) -> Iterator[Queue]:
    """A queue of which one organization has almost all jobs: running, scheduled, and finished ones.

    The statistics are of a table that was found empty: to the planner every index is as good.
    """
    queue.fill(queue.organizations(1)[0], 1_000)
    queue.behind.execute("delete from public.jobs")
    queue.behind.execute("vacuum (truncate off, analyze) public.jobs")
    queue.behind.execute("alter table public.jobs set (autovacuum_enabled = off)")
    big, *small = queue.organizations(20)
    queue.fill(big, BACKLOG)
    for org in small:
        queue.fill(org, 5)
    queue.fill(big, BACKLOG // 4, status="done", finished_at="2020-01-01")
    queue.fill(big, BACKLOG // 4, status="scheduled", run_at="2100-01-01")
    yield queue
    queue.behind.execute("alter table public.jobs reset (autovacuum_enabled)")


@contextmanager
def reading_few(queue: Queue, rows: int, *, of: str = "jobs") -> Iterator[None]:
    """Assert that no plan in the block scans the whole table, or reads more rows than this."""
    before = _reads(queue, of)
    yield
    after = _reads(queue, of)
    assert after[0] == before[0], "it reads the whole table"
    assert after[1] - before[1] <= rows


def _reads(queue: Queue, table: str) -> tuple[int, int]:
    for session in (queue.behind, queue.dispatch):  # flushes each session's statistics
        session.execute("select pg_stat_force_next_flush()")
    row = queue.behind.execute(
        "select seq_scan, coalesce(idx_tup_fetch, 0) + seq_tup_read from pg_stat_all_tables"
        " where relid = ('public.' || %s)::regclass",
        [table],
    ).fetchone()
    assert row is not None
    return row[0], row[1]


@pytest.mark.parametrize("statistics", ["of an empty table", "fresh"])
def test_a_claim_reads_what_it_takes_and_no_more(long_queue: Queue, statistics: str) -> None:
    if statistics == "fresh":
        long_queue.behind.execute("analyze public.jobs")
    with reading_few(long_queue, 500):
        assert len(long_queue.claim(20)) == 20


def test_a_limited_claim_counts_what_runs_and_no_more(long_queue: Queue) -> None:
    orgs = [row[0] for row in long_queue.behind.execute("select distinct org_id from public.jobs")]
    for org in orgs:
        long_queue.lane(org, max_running=3, token_limit=1_000_000)
    long_queue.claim(40)
    with reading_few(long_queue, 600):
        assert len(long_queue.claim(20)) == 20


@pytest.mark.parametrize(
    ("statement", "rows"),
    [
        ("select queue.lanes(%(none)s, 1000)", 200),
        ("select * from queue.tick('100 years')", 300),
        ("select * from queue.rescue(1000)", 200),
        ("select queue.fail(%(org)s, %(job)s, %(lease)s, null, '1 hour')", 20),
        ("select queue.cancelled(%(org)s, %(job)s, %(lease)s)", 20),
        (
            "select * from queue.release(array[%(org)s]::uuid[], array[%(job)s]::uuid[],"
            " array[%(lease)s]::uuid[], '{0}')",
            20,
        ),
        (
            "select * from queue.beat(%(worker)s, array[%(org)s]::uuid[], array[%(job)s]::uuid[],"
            " array[%(lease)s]::uuid[], '{5}')",
            200,
        ),
    ],
)
def test_what_is_asked_all_the_time_reads_few(long_queue: Queue, statement: str, rows: int) -> None:
    claimed = long_queue.claim(20)
    org, job, lease = claimed[0]
    long_queue.lane(org, token_limit=1_000)
    names: dict[str, Any] = {"org": org, "job": job, "lease": lease, "worker": long_queue.worker}
    with reading_few(long_queue, rows):
        long_queue.dispatch.execute(statement, names | {"none": uuid4()})


def test_the_queue_is_kept_in_few_indexes(queue: Queue) -> None:
    """Each index costs every job several writes."""
    found = queue.behind.execute(
        "select indexrelname from pg_stat_user_indexes where relid = 'public.jobs'::regclass"
        " order by 1"
    ).fetchall()
    assert [name for (name,) in found] == [
        *("jobs_due_by_org_idx", "jobs_due_idx", "jobs_of_keys_idx"),
        *("jobs_org_created_idx", "jobs_over_idx"),
        "jobs_pkey",
        *("jobs_ready_idx", "jobs_running_idx", "jobs_suspects_idx", "jobs_unique_key"),
    ]


@pytest.mark.full
def test_a_rescue_reads_what_it_takes_back(long_queue: Queue) -> None:
    long_queue.claim(100)
    long_queue.behind.execute("update queue.workers set beat_at = '2020-01-01'")
    with reading_few(long_queue, 600):
        row = long_queue.dispatch.execute("select queue.rescue()").fetchone()
    assert row == (100,)


@pytest.mark.full
def test_promoting_and_removing_read_what_they_take(long_queue: Queue) -> None:
    long_queue.behind.execute(
        "update public.jobs set run_at = '2020-01-01' where ctid = any (array("
        "select ctid from public.jobs where status = 'scheduled' limit 100))"
    )
    with reading_few(long_queue, 600):
        done = long_queue.dispatch.execute(
            "select promoted, removed from queue.tick('1 day', 100)"
        ).fetchone()
    assert done == (100, 100)
