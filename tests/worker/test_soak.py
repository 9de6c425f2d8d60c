"""A day's worth of jobs in a minute: the table stays small, and a claim stays as cheap."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from sealedbid.platform.config import Settings
from sealedbid.platform.migrations import migrate
from sealedbid.platform.postgres.logins import login_password
from tests.fixtures.queue import Queue
from tests.fixtures.server import Installation, temporary_server

pytestmark = [pytest.mark.slow, pytest.mark.timeout(400)]

DAY = 86_400
"""Jobs: one a second."""
ORGANIZATIONS = 50
BATCH = 200
WAITING = 2_000
MOST = 48
"""MiB of the table and its indexes, at any time: half of a day's growth without vacuums."""
KEPT = "2 seconds"
"""Share of the minute; three quarters of an hour of a day."""


@pytest.fixture
def queue() -> Iterator[Queue]:
    """A server whose autovacuum runs every second, to fit a day into a minute."""
    with temporary_server() as server:
        with psycopg.connect(server.url("postgres"), autocommit=True) as admin:
            admin.execute("alter system set autovacuum_naptime = '1s'")
            admin.execute("select pg_reload_conf()")
        settings = Settings(home=server.status().home, database_address=server.url())
        migrate(server.url(), lambda login: login_password(settings, login))
        queue = Queue(Installation(settings, "sealedbid", server.url(), server.url("postgres")))
        yield queue
        queue.close()


def enqueue(queue: Queue, organizations: list[Any], count: int) -> None:
    queue.behind.execute(
        "insert into public.jobs (org_id, job_type, payload)"
        " select o.id, 'test.soak', jsonb_build_object('brief', repeat('x', 300))"
        " from generate_series(1, %s) n, lateral (select (%s::uuid[])[1 + n %% %s] as id) o",
        (count, organizations, len(organizations)),
    )


def work(queue: Queue) -> int:
    """Claim, report and end a batch, of which every fourth is retried; returns the ended number."""
    claimed = queue.claim(BATCH)
    orgs, jobs, leases = (list(each) for each in zip(*claimed, strict=True))
    batch = (orgs, jobs, leases)
    queue.dispatch.execute(
        "select * from queue.beat(%s, %s::uuid[], %s::uuid[], %s::uuid[], %s::bigint[])",
        (queue.worker, *batch, [7] * len(jobs)),
    )
    states = queue.dispatch.execute(
        "select queue.fail(o, j, l, null, case when n %% 4 = 0 then interval '0' end, 7)"
        " from unnest(%s::uuid[], %s::uuid[], %s::uuid[]) with ordinality b (o, j, l, n)",
        batch,
    ).fetchall()
    return states.count(("dead",))


def pages(queue: Queue) -> int:
    """Pages of 8 kB of the table and its indexes."""
    return int(queue.value("select pg_total_relation_size('public.jobs') / 8192"))


def read_of_a_claim(queue: Queue) -> int:
    """Pages that one claim of twenty reads."""
    total = (
        "select sum(heap_blks_hit + heap_blks_read + idx_blks_hit + idx_blks_read)"
        " from pg_statio_user_tables where relid = 'public.jobs'::regclass"
    )
    reads = []
    for _ in range(5):
        queue.dispatch.execute("select pg_stat_force_next_flush()")
        before = queue.value(total)
        claimed = queue.claim(20)
        queue.dispatch.execute("select pg_stat_force_next_flush()")
        reads.append(queue.value(total) - before)
        for org, job, lease in claimed:
            queue.dispatch.execute("select queue.fail(%s, %s, %s, null, '0')", (org, job, lease))
    return int(sorted(reads)[2])


def test_a_day_of_jobs_leaves_the_table_as_it_was(queue: Queue) -> None:
    organizations = queue.organizations(ORGANIZATIONS)
    enqueue(queue, organizations, WAITING)
    fresh = read_of_a_claim(queue)
    done, largest, ticked = 0, 0, 0.0
    while done < DAY:
        ended = work(queue)
        enqueue(queue, organizations, ended)
        done += ended
        if time.monotonic() - ticked > 0.5:
            ticked = time.monotonic()
            queue.dispatch.execute("select * from queue.tick(%s, 20000)", (KEPT,))
            largest = max(largest, pages(queue))
    time.sleep(3)
    for _ in range(3):
        queue.dispatch.execute("select * from queue.tick('0', 50000)")
    worn = read_of_a_claim(queue)
    rows = queue.value("select count(*) from public.jobs")
    dead = queue.value(
        "select n_dead_tup from pg_stat_user_tables where relid = 'public.jobs'::regclass"
    )
    vacuums = queue.value(
        "select autovacuum_count from pg_stat_user_tables where relid = 'public.jobs'::regclass"
    )
    sys.stderr.write(
        f"\n{done:,} jobs; {rows:,} rows left, {dead:,} dead, {vacuums} vacuums;"
        f" at most {largest * 8 // 1024} MiB; a claim looks at {fresh} pages, then {worn}\n"
    )
    assert WAITING - 100 <= rows <= WAITING  # the measuring itself ends a few
    assert vacuums > 0
    assert dead < 60_000  # more than three for each job without vacuums
    assert largest * 8 // 1024 < MOST
    assert worn <= 2 * fresh
