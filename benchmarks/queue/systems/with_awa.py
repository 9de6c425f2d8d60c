"""awa, with a core in Rust and bodies in Python."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any, ClassVar

from awa import AsyncClient

from benchmarks.queue.bodies import Starts, open_bodies
from benchmarks.queue.place import Place
from benchmarks.queue.sizes import CHUNK, CONCURRENCY
from benchmarks.queue.systems.peer import Peer


@dataclass
class Numbered:
    """Payload of a job."""

    number: int


class Awa(Peer):
    """Jobs are claimed and ended in batches by its core."""

    name: ClassVar[str] = "awa"
    settings: ClassVar[str] = f"{CONCURRENCY} workers on one queue, COPY, defaults"
    tables: ClassVar[tuple[str, ...]] = ()
    left_statement: ClassVar[str] = ""  # no table says so: its client does

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._client: Any = None

    async def install(self) -> None:
        """Apply its migrations."""
        self.make_table()
        await self.open()
        await self._client.migrate()
        await self._client.install_queue_storage()  # and use it: migrations alone do not
        await self.close()

    async def clear(self) -> None:
        """Reset its storage if jobs are left; finished jobs it removes by itself."""
        if await self.left():
            client = self._make_client()
            await client.install_queue_storage(reset=True)
            await client.close()
            # The open client remembers types of the old storage.
            await self.close()
            await self.open()
        await super().clear()

    async def left(self) -> int:
        """Count by its statistics."""
        client = self._make_client()
        found = await client.queue_stats()
        await client.close()
        return sum(
            each.scheduled + each.available + each.retryable + each.running for each in found
        )

    async def open(self) -> None:
        """Open a client."""
        self._client = self._make_client()

    async def close(self) -> None:
        """Close the client."""
        await self._client.close()

    async def enqueue(self, kind: str, count: int) -> None:
        """Call enqueue_many_copy."""
        for first in range(0, count, CHUNK):
            jobs = [Numbered(number) for number in range(first, min(first + CHUNK, count))]
            await self._client.enqueue_many_copy(jobs, queue=kind)

    async def enqueue_one(self, kind: str, number: int) -> None:
        """Insert one job."""
        await self._client.insert(Numbered(number), queue=kind)

    async def work(self, kind: str, concurrency: int, starts: Starts) -> None:
        """Run its worker, on the queue of this kind."""
        async with open_bodies(self.place, self.name, starts) as bodies:

            async def run(job: Any) -> None:
                await bodies.run(kind, job.args.number)

            await self.open()
            self._client.task(Numbered, queue=kind)(run)
            await self._client.start([(kind, concurrency)])
            await asyncio.Event().wait()

    def _make_client(self) -> Any:
        # Its driver wants a host beside the socket's folder.
        return AsyncClient(self.url.replace("@/", "@localhost/"), CONCURRENCY + 2)


def make(place: Place) -> Awa:
    """Make the system at this place."""
    return Awa(place)
