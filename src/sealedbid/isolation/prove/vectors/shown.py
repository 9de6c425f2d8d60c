"""Attacks by the server's own views: text pasted into a statement, and proofs."""

from __future__ import annotations

import asyncio
import base64
import secrets
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any

from psycopg import AsyncConnection, AsyncCursor, sql
from psycopg.errors import DatabaseError, InsufficientPrivilege

from sealedbid.isolation.prove.arena import Arena, Login
from sealedbid.isolation.prove.ground import Side
from sealedbid.isolation.prove.outcome import Outcome, Verdict, worst
from sealedbid.isolation.prove.vectors.contexts import OPEN, value
from sealedbid.isolation.prove.vectors.vector import ServerVector
from sealedbid.platform.postgres import Gateway, Queries, Transaction
from sealedbid.platform.postgres.gateway import FIRST_MESSAGE

_STATEMENTS = Queries("sealedbid.isolation", "shown")


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Texts that ``a`` searches for, and what finding them means."""

    needles: Sequence[str]
    means: str
    is_left: bool
    """True if the text would be in a session handed on, which no setting of the server excuses."""


async def look(arena: Arena) -> Outcome:
    """Search on both logins, while ``b`` works and in the session that ``b`` released.

    ``a`` reads every view and calls every function that returns text, as an injected statement.
    """
    return worst(await asyncio.gather(_look(arena, "sb_api"), _look(arena, "sb_worker")))


async def _look(arena: Arena, login: Login) -> Outcome:
    pasted, repeated = (f"canary{secrets.token_hex(6)}" for _ in range(2))
    async with AsyncExitStack() as stack:
        shared, opener, paster = [
            await stack.enter_async_context(arena.alone(login)) for _ in range(3)
        ]
        backends = []
        async with _theirs(arena, login, opener) as tx:
            backends.append(await tx.value("select pg_backend_pid()"))
        async with _theirs(arena, login, shared) as tx:
            for _ in range((arena.settings.prepare_threshold or 0) + 3):
                backends.append(await tx.value(_statement(repeated)))
            await tx.many(_statement(repeated), [{}, {}])
        # Opened and idle since: its last statement is the opening.
        await stack.enter_async_context(_theirs(arena, login, opener))
        tx = await stack.enter_async_context(_theirs(arena, login, paster))
        backends.append(await tx.value(_statement(pasted)))
        wanted = (
            _Wanted([repeated], "text that was pasted in an earlier request", is_left=True),
            _Wanted([pasted], "text that is pasted into a statement meanwhile", is_left=False),
            _Wanted(_spellings(arena.ground.b, login), "a proof of the other", is_left=False),
        )
        connection = await stack.enter_async_context(_ours(arena, login, shared))
        return await _search(arena, connection, wanted, [*set(backends)])


def _statement(canary: str) -> str:
    """A statement of a route that pastes user input, as a value and as a name."""
    return f"select pg_backend_pid() as {canary} where '{canary}' <> ''"


def _spellings(side: Side, login: Login) -> list[str]:
    """Spellings of a proof in a text: hexadecimal, base64, escaped; of a lease as a uuid.

    In lower case, without quotes and backslashes, as the search compares them.
    """
    if login == "sb_worker":
        return [str(side.lease.token), side.lease.token.hex]
    proof = side.proofs["owner"]
    escaped = "".join(
        f"{byte:03o}" if byte == 0 or byte > 0x7F else chr(byte) for byte in proof
    ).translate(dict.fromkeys(map(ord, "'\"\\")))
    return [each.lower() for each in (proof.hex(), base64.b64encode(proof).decode(), escaped)]


@asynccontextmanager
async def _theirs(arena: Arena, login: Login, gateway: Gateway) -> AsyncIterator[Transaction]:
    b = arena.ground.b
    if login == "sb_worker":
        opening = gateway.sealed_job(b.lease.job_id, b.lease.token, b.org_id)
    else:
        opening = gateway.sealed("session", b.proofs["owner"], b.org_id)
    async with opening as tx:
        yield tx


@asynccontextmanager
async def _ours(
    arena: Arena, login: Login, gateway: Gateway
) -> AsyncIterator[AsyncConnection[Any]]:
    """The connection that ``b`` released, in a transaction of ``a``."""
    a = arena.ground.a
    async with gateway.pool_for(None).connection() as connection:
        await AsyncCursor(connection).execute(FIRST_MESSAGE, prepare=False)
        try:
            if login == "sb_worker":
                lease = (a.lease.job_id, a.lease.token, a.org_id)
                await value(connection, "select seal.open_job(%s, %s, %s)", *lease)
            else:
                await value(connection, OPEN, "session", a.proofs["owner"], a.org_id)
            yield connection
        finally:
            await connection.rollback()


async def _search(
    arena: Arena,
    connection: AsyncConnection[Any],
    wanted: Iterable[_Wanted],
    backends: Sequence[int],
) -> Outcome:
    """Search all sources; ``backends`` are ``b``'s processes, which have other numbers as well."""
    cursor = AsyncCursor(connection)
    await cursor.execute(_STATEMENTS["backends"])
    numbers = [*backends, *(row[0] for row in await cursor.fetchall())]
    await cursor.execute(_STATEMENTS["sources"], {})
    sources = await cursor.fetchall()
    needles = [needle for each in wanted for needle in each.needles]
    found = [
        (name, statement)
        for name, statement in sources
        if await _shows(connection, statement, needles, numbers)
    ]
    told: dict[Verdict, list[tuple[str, str]]] = {}
    for each in wanted:
        stands = [
            (name, statement)
            for name, statement in found
            if await _shows(connection, statement, each.needles, numbers)
        ]
        if stands:
            verdict: Verdict = "LEAK" if each.is_left or arena.may_hide else "shown"
            where = ", ".join(name for name, _ in stands)
            told.setdefault(verdict, []).append((f"{each.means} is in {where}", stands[0][1]))
    outcomes = [Outcome("nothing", len(sources))]
    for verdict, said in told.items():
        what = "; ".join(means for means, _ in said)
        outcomes.append(Outcome(verdict, 0, said[0][1], what))
    return worst(outcomes)


async def _shows(
    connection: AsyncConnection[Any],
    statement: str,
    needles: Sequence[str],
    numbers: Sequence[int],
) -> bool:
    """True if the source shows a needle; a function that fails for one number is tried for each."""
    try:
        return await _counts(connection, statement, needles, numbers) > 0
    except InsufficientPrivilege:
        return False
    except DatabaseError:
        if "numbers" not in statement:
            return False  # it returns nothing here to any role
    for number in numbers:
        try:
            if await _counts(connection, statement, needles, [number]):
                return True
        except DatabaseError:
            continue  # nothing has this number
    return False


async def _counts(
    connection: AsyncConnection[Any],
    statement: str,
    needles: Sequence[str],
    numbers: Sequence[int],
) -> int:
    cursor = AsyncCursor(connection)
    await cursor.execute("savepoint looked")
    try:
        params = {"needles": list(needles), "numbers": list(numbers)}
        await cursor.execute(sql.SQL(statement), params)
        row = await cursor.fetchone()
        return int(row[0]) if row else 0
    finally:
        await cursor.execute("rollback to savepoint looked")


SERVER_VECTORS = (
    ServerVector(
        "pasted text",
        "what the other's requests paste into statements, and the proofs they open by, in every "
        "view and function of the server",
        look,
    ),
)
