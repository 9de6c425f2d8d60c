"""The three that are compared, behind the same driver, cursor and pool."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from psycopg import AsyncConnection, AsyncCursor
from psycopg_pool import AsyncConnectionPool

from benchmarks.databases import Database
from sealedbid.platform.postgres import Rank, Transaction
from sealedbid.platform.postgres.cursor import TenantCursor
from sealedbid.platform.postgres.gateway import FIRST_MESSAGE

NAMES = ("sealed", "setting", "unsealed")
TABLES = {
    "sealed": "public.clients",
    "setting": "peer_setting.clients",
    "unsealed": "peer_plain.clients",
}


@dataclass(frozen=True, slots=True)
class Peer:
    """One way of isolating, in one database; transactions as a request of it has them."""

    name: str
    database: Database
    pool: AsyncConnectionPool[AsyncConnection[Any]]

    @asynccontextmanager
    async def transaction(self, *, keep: bool = True) -> AsyncIterator[Transaction]:
        """Begin, open, whatever is done, and commit (or, not to ``keep`` it, roll back)."""
        connection = await self.pool.getconn()
        try:
            await self.begin(connection)
            if self.name != "unsealed":
                await self.open(connection)
            yield Transaction(connection, org_id=self.database.org_id, rank=Rank.OWNER)
            await (connection.commit() if keep else connection.rollback())
        finally:
            await self.pool.putconn(connection)

    async def begin(self, connection: AsyncConnection[Any]) -> None:
        """The first message: who has no tenants in the session has nothing to reset."""
        first = "begin" if self.name == "unsealed" else FIRST_MESSAGE
        await AsyncCursor(connection).execute(first, prepare=False)

    async def open(self, connection: AsyncConnection[Any]) -> None:
        """Say who it is; the unsealed one has nobody to tell, and sends as much."""
        cursor = TenantCursor[Any](connection)
        if self.name == "sealed":
            await cursor.execute(
                "select seal.open('session', %s, %s)",
                [self.database.proof, self.database.org_id],
                prepare=False,
            )
        elif self.name == "setting":
            await cursor.execute(
                "select set_config('app.org_id', %s, true)",
                [str(self.database.org_id)],
                prepare=False,
            )
        else:
            await cursor.execute("select %s", [self.database.org_id], prepare=False)


async def make_peers(database: Database) -> list[Peer]:
    """The three in one database, each on a pool of one connection."""
    peers = []
    for name in NAMES:
        pool: AsyncConnectionPool[AsyncConnection[Any]] = AsyncConnectionPool(
            database.sealed if name == "sealed" else database.peer,
            kwargs={"autocommit": True, "cursor_factory": TenantCursor},
            min_size=1,
            max_size=1,
            open=False,
        )
        await pool.open(wait=True)
        peers.append(Peer(name, database, pool))
    return peers
