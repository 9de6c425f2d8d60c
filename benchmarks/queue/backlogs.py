"""Backlogs to claim from: ours, and the same rows in a plain table without lanes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import psycopg

from benchmarks.queue.sizes import SMALL_EACH, Layout

ORGS = """
insert into public.organizations (id, name)
select gen_random_uuid(), 'bench ' || n from generate_series(1, 2000) n
"""
EVEN = """
insert into public.jobs (org_id, job_type, payload)
select o.ids[1 + n %% %(orgs)s], 'bench.claimed', jsonb_build_object('number', n)
  from generate_series(0, %(jobs)s - 1) n,
       (select array_agg(id order by name) as ids
          from public.organizations where name like 'bench %%') o
"""
# The small ones come last, when the large one has enqueued everything.
SKEWED = """
insert into public.jobs (org_id, job_type, payload)
select o.ids[case when n < %(jobs)s - (%(orgs)s - 1) * %(each)s then 1
                  else 2 + n %% (%(orgs)s - 1) end],
       'bench.claimed', jsonb_build_object('number', n)
  from generate_series(0, %(jobs)s - 1) n,
       (select array_agg(id order by name) as ids
          from public.organizations where name like 'bench %%') o
"""
LARGE_ORG = "select org_id from public.jobs group by org_id order by count(*) desc limit 1"


async def make_orgs(admin: psycopg.AsyncConnection[Any]) -> None:
    """Create organizations for all layouts, and the table of the unfair queue."""
    await admin.execute(ORGS)
    await admin.execute((Path(__file__).parent / "fifo.sql").read_text(encoding="utf-8"))


async def fill(admin: psycopg.AsyncConnection[Any], layout: Layout) -> Any:
    """Fill both tables with the same backlog; returns the organization with the most jobs."""
    await admin.execute("truncate public.jobs, fifo.jobs cascade")
    params = {"jobs": layout.jobs, "orgs": layout.orgs, "each": SMALL_EACH}
    await admin.execute(SKEWED if layout.is_skewed else EVEN, params)
    await admin.execute("insert into fifo.jobs select * from public.jobs order by id")
    await admin.execute("vacuum (analyze) public.jobs")
    await admin.execute("vacuum (analyze) fifo.jobs")
    await admin.execute("checkpoint")
    row = await (await admin.execute(LARGE_ORG)).fetchone()
    assert row is not None
    return row[0]


@asynccontextmanager
async def holding_a_snapshot(url: str) -> AsyncIterator[None]:
    """Hold a snapshot in another session until the block ends."""
    async with await psycopg.AsyncConnection.connect(url, autocommit=True) as other:
        await other.execute("begin isolation level repeatable read")
        await other.execute("select count(*) from public.organizations")
        yield
        await other.execute("commit")
