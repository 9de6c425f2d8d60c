"""Attacks by changing the session, and by leftovers in it for the next request."""

from __future__ import annotations

from typing import Any, LiteralString

from psycopg import AsyncConnection, AsyncCursor, sql
from psycopg.errors import (
    InsufficientPrivilege,
    InvalidCursorName,
    InvalidSqlStatementName,
    ObjectInUse,
)

from sealedbid.isolation.catalog import Table
from sealedbid.isolation.prove.arena import Arena
from sealedbid.isolation.prove.outcome import Outcome, worst
from sealedbid.isolation.prove.vectors.contexts import OPEN, payoff, savepoint, value
from sealedbid.isolation.prove.vectors.vector import Vector
from sealedbid.platform.postgres.connection import TenantConnection, Turn
from sealedbid.platform.postgres.gateway import FIRST_MESSAGE

# Objects named like the table and an operator, in every place where the login might create them.
CAPTURES: tuple[LiteralString, ...] = (
    "create temp table captured (org_id uuid)",
    "create schema captured",
    "create function public.captured(uuid, uuid) returns boolean language sql as 'select true'",
    "create function pg_temp.captured(uuid, uuid) returns boolean language sql as 'select true'",
    "create operator public.= (leftarg = uuid, rightarg = uuid, function = pg_catalog.uuid_ne)",
    "create view public.captured as select 1",
)


async def become(arena: Arena, table: Table) -> Outcome:
    """Attack as every role that the login can take on, with a context of ``a`` open."""
    statements, outcomes = arena.statements(table), []
    for role, change in arena.became:
        async with arena.session() as connection:
            await _open(arena, connection)
            await AsyncCursor(connection).execute(sql.SQL(change).format(sql.Identifier(role)))
            outcomes.append(await arena.attack_on(connection, payoff(statements)))
    return worst(outcomes or [Outcome("refused")])


async def unlock(arena: Arena, table: Table) -> Outcome:
    """Attack under settings that would switch off policies, triggers or references."""
    statements, outcomes = arena.statements(table), []
    for setting in ("set local row_security = off", "set local session_replication_role = replica"):
        async with arena.session() as connection:
            await _open(arena, connection)
            async with savepoint(connection):
                await AsyncCursor(connection).execute(setting)
            outcomes.append(await arena.attack_on(connection, payoff(statements)))
    return worst(outcomes)


async def capture(arena: Arena, table: Table) -> Outcome:
    """Attack with names that hide the real ones: search_path, own tables, functions, operators."""
    statements = arena.statements(table)
    async with arena.session() as connection:
        await _open(arena, connection)
        for statement in CAPTURES:
            async with savepoint(connection):
                await AsyncCursor(connection).execute(statement)
        await value(
            connection, "select set_config('search_path', 'pg_temp, public, pg_catalog', true)"
        )
        return await arena.attack_on(connection, payoff(statements))


async def leave(arena: Arena, table: Table) -> Outcome:
    """Attack with a prepared statement and a held cursor of ``b`` in the same session."""
    statements, outcomes = arena.statements(table), []
    (scan, *_) = statements.reads()
    for left in ("prepared", "held"):
        async with arena.session(is_left=True) as connection:
            cursor = AsyncCursor(connection)
            await _open(arena, connection, whose="b")
            async with savepoint(connection):
                how: LiteralString = (
                    "prepare left_over as {}"
                    if left == "prepared"
                    else "declare left_over cursor with hold for {}"
                )
                await cursor.execute(sql.SQL(how).format(scan.statement))
                if left == "prepared":
                    for _ in range(6):  # from the sixth time on the plan is a generic one
                        await cursor.execute("execute left_over")
            await cursor.execute("commit")
            await cursor.execute(FIRST_MESSAGE, prepare=False)
            try:
                await _open(arena, connection)
            except ObjectInUse:  # the gateway drops such a connection
                outcomes.append(Outcome("refused"))
                continue
            use: LiteralString = (
                "execute left_over" if left == "prepared" else "fetch all in left_over"
            )
            outcomes.append(await _use(arena, connection, use, scan.own))
            outcomes.append(await arena.attack_on(connection, payoff(statements)))
    return worst(outcomes)


async def pooled_plan(arena: Arena, table: Table) -> Outcome:
    """Attack through the driver's prepared statements: requests of ``b`` and ``a`` on one pool."""
    (scan, *_) = arena.statements(table).reads()
    for whose in (*"bbbbbbb", "a"):
        async with arena.session() as connection:
            assert isinstance(connection, TenantConnection)
            await _open(arena, connection, whose=whose)
            try:
                # past the tenant's cursor, which prepares only statements of files
                async with Turn(connection, is_own=True):
                    cursor = await AsyncCursor(connection).execute(scan.statement, scan.params)
                given = await cursor.fetchall()
            except InsufficientPrivilege:
                return Outcome("refused")
            await AsyncCursor(connection).execute("commit")  # a rollback would forget the statement
    if len(given) > scan.own or any(token in repr(given) for token in arena.tokens):
        return Outcome("LEAK", 1, scan.statement.as_string(), "a plan of the other's")
    return Outcome("nothing", 8)


async def _open(arena: Arena, connection: AsyncConnection[Any], *, whose: str = "a") -> None:
    side = arena.ground.a if whose == "a" else arena.ground.b
    await value(connection, OPEN, "session", side.proofs["owner"], side.org_id)


async def _use(
    arena: Arena, connection: AsyncConnection[Any], statement: LiteralString, own: int
) -> Outcome:
    cursor = AsyncCursor(connection)
    try:
        await cursor.execute(statement)
        given = await cursor.fetchall()
    except (InvalidSqlStatementName, InvalidCursorName):  # nothing was left
        await cursor.execute("rollback")
        await cursor.execute(FIRST_MESSAGE, prepare=False)
        return Outcome("refused")
    if len(given) > own or any(token in repr(given) for token in arena.tokens):
        return Outcome("LEAK", 1, statement, f"{len(given)} rows that the other had left")
    return Outcome("nothing")


VECTORS = (
    Vector(
        "set role", "every role of the cluster, by SET ROLE and SET SESSION AUTHORIZATION", become
    ),
    Vector("switches", "row_security and session_replication_role", unlock),
    Vector(
        "names",
        "search_path, temporary tables, functions and operators in front of the real ones",
        capture,
    ),
    Vector(
        "leftovers", "the other's prepared statement and held cursor, on the same connection", leave
    ),
    Vector("plan cache", "the driver's prepared statements, across requests of both", pooled_plan),
)
