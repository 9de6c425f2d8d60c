"""The attackers' ways in: the product's own pools and gateway, on the real logins."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Final, Literal, LiteralString, TypeAlias

from psycopg import AsyncConnection, AsyncCursor, sql
from psycopg.errors import InsufficientPrivilege

from sealedbid.isolation.catalog import Table
from sealedbid.isolation.prove.attempt import Attempt, ask, ask_on, judge
from sealedbid.isolation.prove.ground import Ground
from sealedbid.isolation.prove.outcome import Outcome, worst
from sealedbid.isolation.prove.statements import Statements
from sealedbid.platform.config import Settings
from sealedbid.platform.postgres import Gateway, Transaction, open_pool
from sealedbid.platform.postgres.gateway import FIRST_MESSAGE
from sealedbid.platform.postgres.queries import Queries

CHANGES: Final[tuple[LiteralString, ...]] = (
    "set local role {}",
    "set local session authorization {}",
)
_OTHER_ROLES: Final = "select rolname::text from pg_catalog.pg_roles where rolname <> session_user"
_OPENINGS: Final = Queries("sealedbid.isolation", "ground")
_POOLS = logging.getLogger("psycopg.pool")

Who: TypeAlias = Literal[
    "nobody", "a person", "a guest", "a job", "viewer", "member", "admin", "owner"
]


Login: TypeAlias = Literal["sb_api", "sb_worker"]


class _Undone(Exception):
    """Ends an attack and rolls it back."""


@dataclass(frozen=True, slots=True)
class Arena:
    """The ground, the gateways, and the number of ``a``'s own rows in each table."""

    ground: Ground
    api: Gateway
    worker: Gateway
    own: Mapping[str, int]
    tokens: frozenset[str]
    became: list[tuple[str, LiteralString]]
    """Roles that the login can take on, with the statement for it."""
    conninfos: Mapping[str, str] = field(repr=False)
    settings: Settings
    may_hide: bool
    """True if the installer may keep the logins' statements out of the server's views."""
    quick: bool
    _statements: dict[str, Statements] = field(default_factory=dict, repr=False)

    def statements(self, table: Table) -> Statements:
        """Attacks on the table."""
        if table.name not in self._statements:
            own = self.own.get(table.name, 0)
            self._statements[table.name] = Statements(self.ground, table, own, quick=self.quick)
        return self._statements[table.name]

    async def attack(self, who: Who, attempts: Iterable[Attempt]) -> Outcome:
        """Run each attempt as ``who`` of ``a``, through the gateway, in its own transaction.

        If ``quick``, or if ``who`` is nobody, run all in one transaction past the gateway.
        Everything is rolled back.
        """
        if self.quick or who == "nobody":
            async with self.session(worker=who == "a job") as connection:
                await self._open(connection, who)
                return await self.attack_on(connection, attempts)
        outcomes = []
        for attempt in attempts:
            async with self.transaction(who) as tx:
                answer = await ask(tx, attempt)
            outcomes.append(judge(attempt, answer, self.tokens))
        return worst(outcomes)

    async def attack_on(
        self, connection: AsyncConnection[Any], attempts: Iterable[Attempt]
    ) -> Outcome:
        """Run each attempt on this connection; none leaves anything for the next one."""
        await AsyncCursor(connection).execute("savepoint attempt")
        return worst(
            [judge(attempt, await ask_on(connection, attempt), self.tokens) for attempt in attempts]
        )

    @asynccontextmanager
    async def transaction(self, who: Who) -> AsyncIterator[Transaction]:
        """Open a transaction of ``a`` as ``who``, through the gateway; it is rolled back."""
        a = self.ground.a
        if who == "a person":
            opening = self.api.sealed_person(a.proofs["owner"])
        elif who == "a guest":
            opening = self.api.sealed("link", a.link, a.org_id)
        elif who == "a job":
            opening = self.worker.sealed_job(a.lease.job_id, a.lease.token, a.org_id)
        else:
            opening = self.api.sealed("session", a.proofs[who], a.org_id)
        try:
            async with opening as tx:
                yield tx
                raise _Undone
        except _Undone:
            pass

    async def _open(self, connection: AsyncConnection[Any], who: Who) -> None:
        """Open on this connection what ``transaction`` opens."""
        a, cursor = self.ground.a, AsyncCursor(connection)
        if who == "a person":
            await cursor.execute(_OPENINGS["open_person"], {"proof": a.proofs["owner"]})
        elif who == "a job":
            lease = {"job": a.lease.job_id, "lease": a.lease.token}
            await cursor.execute(_OPENINGS["open_job"], lease | {"org": a.org_id})
        elif who == "a guest":
            link = {"kind": "link", "proof": a.link}
            await cursor.execute(_OPENINGS["open"], link | {"org": a.org_id})
        elif who != "nobody":
            session = {"kind": "session", "proof": a.proofs[who]}
            await cursor.execute(_OPENINGS["open"], session | {"org": a.org_id})

    @asynccontextmanager
    async def alone(self, login: Login) -> AsyncIterator[Gateway]:
        """A gateway on a single connection: every transaction gets the same session."""
        settings = self.settings.model_copy(update={"pool_min_size": 1, "pool_max_size": 1})
        pool = await open_pool(self.conninfos[login], settings, name=f"prove {login}")
        try:
            yield Gateway(pool)
        finally:
            await pool.close()

    @asynccontextmanager
    async def session(
        self, *, worker: bool = False, is_left: bool = False
    ) -> AsyncIterator[AsyncConnection[Any]]:
        """A transaction past the gateway, without a context, on a connection of its pool.

        It is rolled back; if the session ``is_left`` with something, the connection is closed.
        """
        pool = (self.worker if worker else self.api).pool_for(None)
        async with pool.connection() as connection:
            await AsyncCursor(connection).execute(FIRST_MESSAGE, prepare=False)
            try:
                yield connection
            finally:
                await (connection.close() if is_left else connection.rollback())


@asynccontextmanager
async def open_arena(
    ground: Ground,
    own: Mapping[str, int],
    conninfos: Mapping[str, str],
    settings: Settings,
    *,
    may_hide: bool,
    quick: bool = False,
) -> AsyncIterator[Arena]:
    """Open both pools as ``serve`` and ``worker`` do."""
    async with AsyncExitStack() as stack:
        # connections are closed on purpose: no warning
        stack.callback(_POOLS.setLevel, _POOLS.level)
        _POOLS.setLevel(logging.ERROR)
        gateways = []
        for login in ("sb_api", "sb_worker"):
            pool = await open_pool(conninfos[login], settings, name=f"prove {login}")
            stack.push_async_callback(pool.close)
            gateways.append(Gateway(pool))
        api, worker = gateways
        yield Arena(
            ground=ground,
            api=api,
            worker=worker,
            own=own,
            tokens=ground.tokens(),
            became=await _roles(api),
            conninfos=conninfos,
            settings=settings,
            may_hide=may_hide,
            quick=quick,
        )


async def _roles(gateway: Gateway) -> list[tuple[str, LiteralString]]:
    """Roles that the login can take on; tried once, for they do not depend on the table."""
    became = []
    async with gateway.pool_for(None).connection() as connection:
        cursor = AsyncCursor(connection)
        await cursor.execute(_OTHER_ROLES)
        roles = [row[0] for row in await cursor.fetchall()]
        for role in roles:
            for change in CHANGES:
                try:
                    async with connection.transaction(force_rollback=True):
                        await cursor.execute(sql.SQL(change).format(sql.Identifier(role)))
                    became.append((role, change))
                except InsufficientPrivilege:
                    continue  # refused, as it should be
    return became
