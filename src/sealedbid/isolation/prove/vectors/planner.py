"""Attacks under other plans: the planner decides which condition is evaluated first."""

from __future__ import annotations

from typing import Final, LiteralString

from psycopg import AsyncCursor

from sealedbid.isolation.catalog import Table
from sealedbid.isolation.prove.arena import Arena
from sealedbid.isolation.prove.outcome import Outcome, worst
from sealedbid.isolation.prove.vectors.contexts import OPEN, payoff, value
from sealedbid.isolation.prove.vectors.vector import Vector

SWEEP: Final[tuple[tuple[LiteralString, ...], ...]] = (
    ("set local plan_cache_mode = force_generic_plan",),
    ("set local plan_cache_mode = force_custom_plan", "set local enable_seqscan = off"),
    (
        "set local enable_indexscan = off",
        "set local enable_bitmapscan = off",
        "set local enable_indexonlyscan = off",
    ),
    ("set local enable_nestloop = off", "set local enable_hashjoin = off"),
    (
        "set local debug_parallel_query = on",
        "set local parallel_setup_cost = 0",
        "set local parallel_tuple_cost = 0",
        "set local min_parallel_table_scan_size = 0",
    ),
    (
        "set local from_collapse_limit = 1",
        "set local join_collapse_limit = 1",
        "set local geqo_threshold = 2",
    ),
    ("set local jit = on", "set local jit_above_cost = 0"),
    ("set local constraint_exclusion = on", "set local enable_partition_pruning = off"),
)


async def sweep(arena: Arena, table: Table) -> Outcome:
    """Attack under settings that change plans, which every login may set."""
    statements, outcomes, side = arena.statements(table), [], arena.ground.a
    async with arena.session() as connection:
        await value(connection, OPEN, "session", side.proofs["owner"], side.org_id)
        for settings in SWEEP:
            cursor = AsyncCursor(connection)
            await cursor.execute("savepoint swept")
            for setting in settings:
                await cursor.execute(setting)
            outcomes.append(await arena.attack_on(connection, payoff(statements)))
            outcomes.append(await arena.attack_on(connection, statements.changes()))
            await cursor.execute("rollback to savepoint swept")
    return worst(outcomes)


VECTORS = (
    Vector(
        "plans",
        "reads and writes under settings of the planner, generic plans among them",
        sweep,
        is_quick=False,
    ),
)
