"""Attacks by foreign contexts: forged, replayed, expired, carried, swapped."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any, LiteralString

from psycopg import AsyncConnection, AsyncCursor, Error, sql

from sealedbid.isolation.catalog import Table
from sealedbid.isolation.prove.arena import Arena
from sealedbid.isolation.prove.attempt import Attempt
from sealedbid.isolation.prove.outcome import Outcome, worst
from sealedbid.isolation.prove.statements import Statements
from sealedbid.isolation.prove.vectors.vector import Vector
from sealedbid.platform.postgres.gateway import FIRST_MESSAGE

SETTING = "seal.context"
OPEN: LiteralString = "select seal.open(%s, %s, %s)"
# A set-up is refused for its proof, a privilege, an open context, or a session with leftovers.
REFUSALS = ("28000", "42501", "25001", "55006")


def payoff(statements: Statements) -> Iterator[Attempt]:
    """Attempts that profit from a foreign context; quickly, one statement of each kind."""
    reads, plants = statements.reads(), statements.plants()
    yield from reads[:2] if statements.quick else reads
    yield from statements.blind()
    yield from plants[:1] if statements.quick else plants


async def value(connection: AsyncConnection[Any], statement: LiteralString, *params: Any) -> Any:
    """The first column of the first row."""
    cursor = AsyncCursor(connection)
    await cursor.execute(sql.SQL(statement), params or None, prepare=False)
    row = await cursor.fetchone()
    return None if row is None else row[0]


@asynccontextmanager
async def savepoint(connection: AsyncConnection[Any]) -> AsyncIterator[None]:
    """Roll back to before the block if it is refused; raise all other errors."""
    cursor = AsyncCursor(connection)
    await cursor.execute("savepoint before")
    try:
        yield
    except Error as error:
        if error.sqlstate not in REFUSALS:
            raise
        await cursor.execute("rollback to savepoint before")


async def put(connection: AsyncConnection[Any], context: str) -> None:
    """Write the setting, as any login can."""
    await value(connection, "select set_config(%s, %s, true)", SETTING, context)


async def _context_of(arena: Arena, connection: AsyncConnection[Any], *, whose: str = "a") -> str:
    side = arena.ground.a if whose == "a" else arena.ground.b
    await value(connection, OPEN, "session", side.proofs["owner"], side.org_id)
    context: str = await value(connection, "select current_setting(%s)", SETTING)
    return context


async def forge(arena: Arena, table: Table) -> Outcome:
    """Attack with ``a``'s context edited to ``b``'s id, made-up ones, and usual settings' names."""
    statements, outcomes = arena.statements(table), []
    a, b = str(arena.ground.a.org_id), str(arena.ground.b.org_id)
    async with arena.session() as connection:
        own = await _context_of(arena, connection)
        later = str(int((datetime.now(UTC) + timedelta(days=9)).timestamp()))
        forged = (
            own.replace(a, b),
            f"session..{b}.4..{later}.1.{'0' * 64}",
            b,
            f'{{"org_id": "{b}"}}',
        )
        for context in forged:
            await put(connection, context)
            outcomes.append(await arena.attack_on(connection, payoff(statements)))
    async with arena.session() as connection:
        for name in (
            "app.org_id",
            "app.current_org",
            "app.tenant",
            "request.jwt.claims",
            "role.org",
        ):
            await value(connection, "select set_config(%s, %s, true)", name, b)
        outcomes.append(await arena.attack_on(connection, payoff(statements)))
    return worst(outcomes)


async def replay(arena: Arena, table: Table) -> Outcome:
    """Attack with ``b``'s genuine context, read in an earlier transaction on this connection."""
    statements = arena.statements(table)
    async with arena.session() as connection:
        theirs = await _context_of(arena, connection, whose="b")
        await AsyncCursor(connection).execute("commit")
        await AsyncCursor(connection).execute(FIRST_MESSAGE, prepare=False)
        await put(connection, theirs)
        return await arena.attack_on(connection, payoff(statements))


async def carry(arena: Arena, table: Table) -> Outcome:
    """Attack with ``b``'s genuine context while it is open, on other connections."""
    statements, outcomes = arena.statements(table), []
    async with arena.session() as theirs:
        context = await _context_of(arena, theirs, whose="b")
        for worker in (False, True):
            async with arena.session(worker=worker) as connection:
                await put(connection, context)
                outcomes.append(await arena.attack_on(connection, payoff(statements)))
    return worst(outcomes)


async def swap(arena: Arena, table: Table) -> Outcome:
    """Attack with a second opening, of ``b`` by ``a``'s proof and by ``b``'s own."""
    statements, outcomes = arena.statements(table), []
    a, b = arena.ground.a, arena.ground.b
    for kind, proof in (
        ("session", a.proofs["owner"]),
        ("link", a.link),
        ("session", b.proofs["owner"]),
    ):
        async with arena.session() as connection:
            await _context_of(arena, connection)
            async with savepoint(connection):
                await value(connection, OPEN, kind, proof, b.org_id)
            outcomes.append(await arena.attack_on(connection, payoff(statements)))
    return worst(outcomes)


async def wrong_organization(arena: Arena, table: Table) -> Outcome:
    """Attack with openings of ``b`` by every kind of ``a``'s proofs and by ``a``'s lease."""
    statements, outcomes = arena.statements(table), []
    a, b = arena.ground.a, arena.ground.b
    for kind, proof in (
        ("session", a.proofs["owner"]),
        ("link", a.link),
        ("key", a.proofs["owner"]),
    ):
        async with arena.session() as connection:
            async with savepoint(connection):
                await value(connection, OPEN, kind, proof, b.org_id)
            outcomes.append(await arena.attack_on(connection, payoff(statements)))
    for job, token in ((a.lease.job_id, a.lease.token), (b.lease.job_id, a.lease.token)):
        async with arena.session(worker=True) as connection:
            async with savepoint(connection):
                await value(connection, "select seal.open_job(%s, %s, %s)", job, token, b.org_id)
            outcomes.append(await arena.attack_on(connection, payoff(statements)))
    return worst(outcomes)


async def outlive(arena: Arena, table: Table) -> Outcome:
    """Attack with ``a``'s context of a savepoint that was rolled back, edited to ``b``'s id."""
    statements = arena.statements(table)
    async with arena.session() as connection:
        cursor = AsyncCursor(connection)
        await cursor.execute("savepoint opened")
        own = await _context_of(arena, connection)
        await cursor.execute("rollback to savepoint opened")
        await put(connection, own.replace(str(arena.ground.a.org_id), str(arena.ground.b.org_id)))
        return await arena.attack_on(connection, payoff(statements))


VECTORS = (
    Vector("forged", "a context that was written by hand, also under usual settings' names", forge),
    Vector("replayed", "the other's context again, in the next transaction", replay),
    Vector("carried", "the other's context while it is open, on other connections", carry),
    Vector("opened twice", "a second opening, for the other organization", swap),
    Vector(
        "other's door",
        "openings of the other organization by own proofs and leases",
        wrong_organization,
    ),
    Vector("rolled back", "a context from a savepoint that is gone", outlive, is_quick=False),
)
