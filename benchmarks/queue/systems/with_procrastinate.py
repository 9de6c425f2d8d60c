"""procrastinate, with psycopg's pool and one task a kind."""

from __future__ import annotations

from typing import Any, ClassVar

import procrastinate

from benchmarks.queue.bodies import EMPTY, PLAIN, SEALED, SLEEPING, Starts, open_bodies
from benchmarks.queue.place import Place
from benchmarks.queue.sizes import CHUNK, CONCURRENCY
from benchmarks.queue.systems.peer import Peer


class Procrastinate(Peer):
    """Jobs are fetched one by one and ended one by one; workers are woken by NOTIFY."""

    name: ClassVar[str] = "procrastinate"
    settings: ClassVar[str] = (
        f"`PsycopgConnector` with {CONCURRENCY} connections, `delete_jobs=successful`, defaults"
    )
    left_statement: ClassVar[str] = (
        "select count(*) from procrastinate_jobs where status in ('todo', 'doing')"
    )
    tables: ClassVar[tuple[str, ...]] = ("procrastinate_jobs", "procrastinate_events")

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        connector = procrastinate.PsycopgConnector(
            conninfo=self.url, min_size=1, max_size=CONCURRENCY + 2
        )
        self._app = procrastinate.App(connector=connector)
        self._bodies: Any = None
        self._tasks = {kind: self._task(kind) for kind in (SEALED, PLAIN, EMPTY, SLEEPING)}

    def _task(self, kind: str) -> Any:
        async def run(number: int) -> None:
            await self._bodies.run(kind, number)

        return self._app.task(name=kind, queue=kind)(run)

    async def install(self) -> None:
        """Apply its schema with its schema manager."""
        self.make_table()
        async with self._app.open_async():
            await self._app.schema_manager.apply_schema_async()

    async def open(self) -> None:
        """Open its connector."""
        await self._app.open_async()

    async def close(self) -> None:
        """Close its connector."""
        await self._app.close_async()

    async def enqueue(self, kind: str, count: int) -> None:
        """Call batch_defer_async."""
        for first in range(0, count, CHUNK):
            numbers = range(first, min(first + CHUNK, count))
            await self._tasks[kind].batch_defer_async(*({"number": n} for n in numbers))

    async def enqueue_one(self, kind: str, number: int) -> None:
        """Call defer_async."""
        await self._tasks[kind].defer_async(number=number)

    async def work(self, kind: str, concurrency: int, starts: Starts) -> None:
        """Run its worker."""
        async with (
            open_bodies(self.place, self.name, starts) as self._bodies,
            self._app.open_async(),
        ):
            await self._app.run_worker_async(
                concurrency=concurrency, delete_jobs="successful", install_signal_handlers=False
            )


def make(place: Place) -> Procrastinate:
    """Make the system at this place."""
    return Procrastinate(place)
