"""Bodies of the jobs of all systems, and the times at which they began."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from psycopg_pool import AsyncConnectionPool

from benchmarks.queue.place import Place
from benchmarks.queue.sizes import CONCURRENCY, SLEEP
from sealedbid.platform.postgres import Gateway, Transaction, open_pool
from sealedbid.platform.postgres.logins import login_conninfo
from sealedbid.platform.postgres.pool import Pool

SEALED, PLAIN, EMPTY, SLEEPING = "sealed", "plain", "empty", "sleeping"
EFFECT = "insert into public.clients (org_id, name) values (%(org_id)s, %(name)s)"
PLAIN_TABLE = """
create table public.clients (
    org_id uuid not null, id uuid not null default uuidv7(), name text not null, email text,
    status text not null default 'lead', website text, industry text,
    notes text not null default '',
    created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
    primary key (org_id, id), unique (org_id, name),
    check (btrim(name) <> '' and length(name) <= 200));
"""


@dataclass(slots=True)
class Starts:
    """Time at which each body began, on the machine's clock, with the number of its job."""

    at: list[tuple[int, float]] = field(default_factory=list)

    def note(self, number: int) -> None:
        """Record that this body begins now."""
        self.at.append((number, time.perf_counter()))


@dataclass(frozen=True, slots=True)
class PeerBodies:
    """Bodies of a peer's jobs, with their own connections to our database."""

    place: Place
    starts: Starts
    gateway: Gateway
    plain: Pool

    async def run(self, kind: str, number: int) -> None:
        """Run the body of one job."""
        self.starts.note(number)
        if kind == SEALED:
            org_id, proof = self.place.orgs[number % len(self.place.orgs)]
            async with self.gateway.sealed("session", proof, org_id) as tx:
                await effect(tx, number)
        elif kind == PLAIN:
            org_id, _ = self.place.orgs[number % len(self.place.orgs)]
            async with self.plain.connection() as connection:
                await connection.execute(EFFECT, {"org_id": org_id, "name": f"effect of {number}"})
        elif kind == SLEEPING:
            await asyncio.sleep(SLEEP)


async def effect(tx: Transaction, number: int) -> None:
    """Insert one row, the same for our bodies and the peers'."""
    await tx.run(EFFECT, name=f"effect of {number}")


@asynccontextmanager
async def open_bodies(place: Place, peer: str, starts: Starts) -> AsyncIterator[PeerBodies]:
    """Open a pool for sealed transactions, through our gateway, and one for plain inserts."""
    settings = place.settings.model_copy(update={"pool_max_size": CONCURRENCY})
    pool = await open_pool(login_conninfo(settings, "sb_api"), settings, name="bodies")
    plain = AsyncConnectionPool(
        place.peers[peer],
        kwargs={"autocommit": True},
        min_size=1,
        max_size=CONCURRENCY,
        open=False,
    )
    await plain.open()
    try:
        yield PeerBodies(place, starts, Gateway(pool), plain)
    finally:
        await plain.close()
        await pool.close()
