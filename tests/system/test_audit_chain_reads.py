"""Chaining and verifying read only their own rows, however long the log is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from psycopg import ClientCursor, Connection

from sealedbid.system.audit_log.repository import audit_heads, audit_log
from tests.fixtures.people import People, World
from tests.fixtures.server import Installation
from tests.system.chaining import CHAIN

ROWS = 100_000
# Long chains, inserted at once: no test verifies these.
CHAINED = f"""
insert into public.audit_log
       (org_id, actor_kind, action, chain_no, prev_hash, hash, address_digest, created_at)
select o, 'system', 'a.thing', n, sha256('x'), sha256('x'), sha256('x'),
       now() - make_interval(secs => {ROWS} - n)
  from unnest(%s::uuid[]) o, generate_series(1, {ROWS // 2}) n
"""
NEW = """
insert into public.audit_log (org_id, actor_kind, action)
select o, 'system', 'a.thing' from unnest(%s::uuid[]) o, generate_series(1, 20)
"""


@pytest.fixture(scope="module")
def grown(
    make_database: Callable[..., Installation],
) -> Iterator[tuple[Installation, World, Connection[Any]]]:
    installation = make_database()
    world = People(installation).world()
    with installation.as_superuser() as behind:
        behind.execute(CHAIN, [1000])
        behind.execute("alter table public.audit_log disable trigger event_stays")
        behind.execute("update public.audit_log set chain_no = chain_no + 1000000")
        behind.execute("alter table public.audit_log enable trigger event_stays")
        behind.execute(CHAINED, [[world.a.id, world.b.id]])
        behind.execute(
            "update public.audit_heads set chain_no = 2000000 where org_id = any(%s)",
            [[world.a.id, world.b.id]],
        )
        yield installation, world, behind


def reads(behind: Connection[Any]) -> tuple[int, int]:
    """Number of sequential scans, and of rows read."""
    behind.execute("select pg_stat_force_next_flush()")
    row = behind.execute(
        "select seq_scan, idx_tup_fetch + seq_tup_read from pg_stat_user_tables"
        " where relid = 'public.audit_log'::regclass"
    ).fetchone()
    assert row is not None
    return int(row[0]), int(row[1])


@pytest.mark.full
def test_chaining_reads_what_it_chains_whatever_the_statistics_say(
    grown: tuple[Installation, World, Connection[Any]],
) -> None:
    _, world, behind = grown
    for state in ("without statistics", "with statistics", "with nothing to do"):
        if state != "with nothing to do":
            behind.execute(NEW, [[world.a.id, world.b.id]])
        scans, rows = reads(behind)
        behind.execute(CHAIN, [1000])
        after = reads(behind)
        assert after[0] == scans, state
        assert after[1] - rows < 200, state
        behind.execute("analyze public.audit_log")


@pytest.mark.full
def test_a_page_a_count_and_a_head_are_read_by_an_index(
    grown: tuple[Installation, World, Connection[Any]],
) -> None:
    installation, world, behind = grown
    behind.execute("analyze public.audit_log")
    parameters = {"org_id": world.a.id, "after": 20_000, "after_id": world.a.id, "limit": 1000}
    with installation.connect("sb_api") as api, api.transaction():
        api.execute("select seal.open('session', %s, %s)", (world.a.admin.proof, world.a.id))
        plans = {
            name: "\n".join(
                line
                for (line,) in ClientCursor(api).execute(
                    f"explain (costs off) {queries[name]}", parameters
                )
            )
            for queries, name in (
                (audit_log.QUERIES, "chained"),
                (audit_log.QUERIES, "unchained"),
                (audit_heads.QUERIES, "get"),
            )
        }
    assert "Index Scan using audit_log_chain_key" in plans["chained"]
    assert "audit_log_unchained_idx" in plans["unchained"]
    assert not any("Seq Scan on audit_log" in plan for plan in plans.values()), plans
