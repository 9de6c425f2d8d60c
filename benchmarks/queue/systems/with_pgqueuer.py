"""pgqueuer, with asyncpg's pool, batches of 20, 40 in flight."""

from __future__ import annotations

from typing import Any, ClassVar

import asyncpg
from pgqueuer import PgQueuer
from pgqueuer.db import AsyncpgPoolDriver
from pgqueuer.queries import Queries

from benchmarks.queue.bodies import EMPTY, PLAIN, SEALED, SLEEPING, Starts, open_bodies
from benchmarks.queue.place import Place
from benchmarks.queue.sizes import BATCH, CHUNK, CONCURRENCY
from benchmarks.queue.systems.peer import Peer


class Pgqueuer(Peer):
    """Jobs are fetched and ended in batches; workers are woken by NOTIFY."""

    name: ClassVar[str] = "pgqueuer"
    settings: ClassVar[str] = (
        f"asyncpg's pool, uvloop, batches of {BATCH}, twice as many jobs in flight (its least)"
    )
    left_statement: ClassVar[str] = "select count(*) from pgqueuer"
    tables: ClassVar[tuple[str, ...]] = ("pgqueuer", "pgqueuer_log", "pgqueuer_statistics")

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._pool: Any = None

    async def install(self) -> None:
        """Install as `pgq install` does: everything is logged, nothing is lost."""
        self.make_table()
        await self.open()
        await self._queries.install()
        await self.close()

    async def open(self) -> None:
        """Open a pool."""
        self._pool = await asyncpg.create_pool(self.url, min_size=1, max_size=CONCURRENCY + 2)

    async def close(self) -> None:
        """Close the pool."""
        await self._pool.close()

    async def enqueue(self, kind: str, count: int) -> None:
        """Call Queries.enqueue, with lists."""
        for first in range(0, count, CHUNK):
            numbers = range(first, min(first + CHUNK, count))
            payloads = [str(number).encode() for number in numbers]
            await self._queries.enqueue([kind] * len(numbers), payloads, [0] * len(numbers))

    async def enqueue_one(self, kind: str, number: int) -> None:
        """Call Queries.enqueue."""
        await self._queries.enqueue(kind, str(number).encode())

    async def work(self, kind: str, concurrency: int, starts: Starts) -> None:
        """Run its worker. It wants twice its batches in flight: with fewer jobs, batches shrink."""
        await self.open()
        worker = PgQueuer.from_asyncpg_pool(self._pool)
        async with open_bodies(self.place, self.name, starts) as bodies:
            for each in (SEALED, PLAIN, EMPTY, SLEEPING):

                async def run(job: Any, each: str = each) -> None:
                    await bodies.run(each, int(job.payload))

                worker.entrypoint(each, accepts_context=False)(run)
            await worker.run(batch_size=concurrency, max_concurrent_tasks=2 * concurrency)

    @property
    def _queries(self) -> Any:
        return Queries(AsyncpgPoolDriver(self._pool))


def make(place: Place) -> Pgqueuer:
    """Make the system at this place."""
    return Pgqueuer(place)
