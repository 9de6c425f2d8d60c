"""The three compared peers, one after the other in the same backend."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from psycopg import AsyncConnection, AsyncCursor
from psycopg.rows import scalar_row

from benchmarks.databases import Database
from sealedbid.platform.postgres import Gateway, Queries, Rank, Transaction, open_pool
from sealedbid.platform.postgres.cursor import TenantCursor
from sealedbid.platform.postgres.gateway import FIRST_MESSAGE
from sealedbid.platform.postgres.pool import Pool

NAMES = ("sealed", "setting", "unsealed")
TABLES = ("public.clients", "peer_setting.clients", "peer_plain.clients")
STATEMENTS = {name: Queries("benchmarks", name) for name in NAMES}
OPEN = {
    "sealed": Queries("sealedbid.platform.postgres", "openings")["open"],
    "setting": "select set_config('app.org_id', %(text)s, true)",
    "unsealed": "select %(text)s::text",  # a round trip that does nothing
}


@dataclass(frozen=True, slots=True)
class Peer:
    """One way of isolating, in one database."""

    name: str
    database: Database
    pool: Pool

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """Begin, open, run the block, and commit; the sealed peer uses the product's gateway."""
        org_id = self.database.org_id
        if self.name == "sealed":
            async with Gateway(self.pool).sealed("session", self.database.proof, org_id) as tx:
                yield tx
            return
        connection = await self.pool.getconn()
        try:
            if self.name == "setting":
                await self.begin(connection)
                await self.open(connection)
            else:  # without tenants in the session there is nothing to reset
                await AsyncCursor(connection).execute("begin", prepare=False)
            yield Transaction(connection, org_id=org_id, rank=Rank.OWNER)
            await connection.commit()
        finally:
            await self.pool.putconn(connection)

    async def begin(self, connection: AsyncConnection[Any]) -> None:
        """Send the product's first message."""
        await AsyncCursor(connection).execute(FIRST_MESSAGE, prepare=False)

    async def open(self, connection: AsyncConnection[Any]) -> None:
        """Open as the organization; the unsealed peer makes an idle round trip."""
        cursor = TenantCursor[Any](connection, row_factory=scalar_row)
        database = self.database
        params: dict[str, Any] = {"text": str(database.org_id)}
        if self.name == "sealed":
            params = {"kind": "session", "proof": database.proof, "org_id": database.org_id}
        await cursor.execute(OPEN[self.name], params, prepare=False)
        await cursor.fetchone()


@asynccontextmanager
async def open_peers(database: Database, placement: str) -> AsyncIterator[list[Peer]]:
    """Open the three peers in one database, on one shared connection."""
    pool = await open_pool(database.login, database.settings, name="bench")
    try:
        if database.local:
            async with pool.connection() as connection:
                _place(connection.info.backend_pid, placement)
        yield [Peer(name, database, pool) for name in NAMES]
    finally:
        await pool.close()


def _place(backend: int, placement: str) -> None:
    """Keep client and backend on one processor, or on two: left free they cost 24 µs or 105."""
    if placement == "free" or not hasattr(os, "sched_setaffinity"):
        return
    usable = sorted(os.sched_getaffinity(backend))
    os.sched_setaffinity(0, usable[:1])
    os.sched_setaffinity(backend, usable[:1] if placement == "same" else usable[-1:])
