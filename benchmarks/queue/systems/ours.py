"""Our queue: `sealedbid worker` as it is, with bodies of the benchmark."""

from __future__ import annotations

import asyncio
from typing import ClassVar

import psycopg
from pydantic import BaseModel

from benchmarks.queue.bodies import EMPTY, SEALED, SLEEPING, Starts, effect
from benchmarks.queue.place import Place
from benchmarks.queue.sizes import CHUNK, SLEEP
from sealedbid.platform.postgres import Gateway, Transaction, open_pool
from sealedbid.platform.postgres.logins import login_conninfo
from sealedbid.platform.postgres.pool import Pool
from sealedbid.system.jobs.handler import Handler, job
from sealedbid.system.jobs.running import RunningJob
from sealedbid.worker.run import run_worker

CLEAR = (
    "truncate public.jobs, public.clients cascade",
    "delete from queue.workers",
    "vacuum (analyze) public.jobs",
    "vacuum (analyze) public.clients",
    "vacuum (analyze) queue.workers",
)
LEFT = "select count(*) from public.jobs where status in ('scheduled', 'queued', 'running')"


class Numbered(BaseModel):
    """Payload of a job."""

    number: int


def make_handlers(starts: Starts) -> dict[str, Handler[Numbered]]:
    """Make the handlers, by kind of job."""

    @job(f"bench.{SEALED}", Numbered, one_transaction=True)
    async def sealed(running: RunningJob, tx: Transaction, asked: Numbered) -> None:
        starts.note(asked.number)
        await effect(tx, asked.number)

    @job(f"bench.{EMPTY}", Numbered, one_transaction=True)
    async def empty(running: RunningJob, tx: Transaction, asked: Numbered) -> None:
        starts.note(asked.number)

    @job(f"bench.{SLEEPING}", Numbered)
    async def sleeping(running: RunningJob, asked: Numbered) -> None:
        starts.note(asked.number)
        await asyncio.sleep(SLEEP)

    return {SEALED: sealed, EMPTY: empty, SLEEPING: sleeping}


class Ours:
    """Jobs are enqueued in tenant transactions; each ends in the transaction of its effect."""

    name: ClassVar[str] = "sealedbid"
    settings: ClassVar[str] = "`run_worker`, its defaults"

    def __init__(self, place: Place) -> None:
        self._place = place
        self._handlers = make_handlers(Starts())
        self._pool: Pool | None = None

    async def install(self) -> None:
        """Do nothing: the migrations created the tables."""

    async def open(self) -> None:
        """Open a pool of sb_api."""
        settings = self._place.settings
        self._pool = await open_pool(login_conninfo(settings, "sb_api"), settings, name="bench")

    async def close(self) -> None:
        """Close the pool."""
        if self._pool is not None:
            await self._pool.close()

    async def clear(self) -> None:
        """Remove workers too: an idle one that is gone would be woken."""
        async with await psycopg.AsyncConnection.connect(
            self._place.admin, autocommit=True
        ) as admin:
            for statement in CLEAR:
                await admin.execute(statement)

    async def enqueue(self, kind: str, count: int) -> None:
        """Enqueue in transactions of one organization each, in turns."""
        for first in range(0, count, CHUNK):
            numbers = range(first, min(first + CHUNK, count))
            org_id, proof = self._place.orgs[first // CHUNK % len(self._place.orgs)]
            async with self._gateway.sealed("session", proof, org_id) as tx:
                payloads = [Numbered(number=number) for number in numbers]
                await self._handlers[kind].enqueue_many(tx, payloads)

    async def enqueue_one(self, kind: str, number: int) -> None:
        """Enqueue in a tenant transaction of its own."""
        org_id, proof = self._place.orgs[number % len(self._place.orgs)]
        async with self._gateway.sealed("session", proof, org_id) as tx:
            await self._handlers[kind].enqueue(tx, Numbered(number=number))

    async def left(self) -> int:
        """Count the unfinished jobs of all organizations."""
        async with await psycopg.AsyncConnection.connect(self._place.admin) as admin:
            row = await (await admin.execute(LEFT)).fetchone()
        assert row is not None
        return int(row[0])

    async def work(self, kind: str, concurrency: int, starts: Starts) -> None:
        """Run the product's worker."""
        handlers = {handler.name: handler for handler in make_handlers(starts).values()}
        await run_worker(self._place.settings, concurrency=concurrency, handlers=handlers)

    @property
    def _gateway(self) -> Gateway:
        assert self._pool is not None
        return Gateway(self._pool)


def make(place: Place) -> Ours:
    """Make the system at this place."""
    return Ours(place)
