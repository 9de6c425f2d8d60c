"""Runs all measures, in rounds; in each the systems take turns in another order."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import TypeVar

import psycopg
from rich.progress import Progress

from benchmarks.queue import bodies, figures
from benchmarks.queue.backlogs import make_orgs
from benchmarks.queue.claims import claim
from benchmarks.queue.drains import drain_rate, enqueue_rate, idle_latency, two_workers
from benchmarks.queue.figures import Figures, claim_measure
from benchmarks.queue.place import Place
from benchmarks.queue.running import StuckError
from benchmarks.queue.sizes import OURS, SMALL, SMALL_EACH, Layout, Sizes
from benchmarks.queue.systems import System, open_system

Measured = TypeVar("Measured")
IDEAL = SMALL + SMALL_EACH
"""Position at which the last small job starts if all organizations take turns."""


class Measuring:
    """One run."""

    def __init__(
        self, place: Place, claims: Place, told: Path, sizes: Sizes, progress: Progress
    ) -> None:
        self._place = place
        self._claims = claims
        self._told = told
        self._sizes = sizes
        self._progress = progress
        self.figures = Figures()
        self.stuck: list[str] = []
        """Measures that did not end, for the report."""

    async def run(self, names: list[str]) -> None:
        """Run every measure of these systems."""
        sizes = self._sizes
        each = 5 * len(names) - 1 + 1 + 2 * len(sizes.layouts)  # we have no plain insert
        task = self._progress.add_task("Measuring", total=sizes.rounds * each)
        async with _open_systems(names, self._place) as systems:
            async with await psycopg.AsyncConnection.connect(
                self._claims.admin, autocommit=True
            ) as admin:
                await make_orgs(admin)
            for _ in range(sizes.rounds):
                for what in (self._enqueue, self._drain, self._wait):
                    await what(systems, lambda: self._progress.advance(task))
                await self._two(systems, lambda: self._progress.advance(task))
                for layout in random.sample(sizes.layouts, len(sizes.layouts)):
                    for is_held in random.sample((False, True), 2):
                        await self._claim(layout, is_held=is_held)
                        self._progress.advance(task)

    async def _enqueue(self, systems: dict[str, System], done: Callable[[], None]) -> None:
        for name in random.sample(sorted(systems), len(systems)):
            rate = enqueue_rate(systems[name], self._sizes.enqueued)
            await self._unless_stuck(figures.ENQUEUED, name, rate)
            done()

    async def _drain(self, systems: dict[str, System], done: Callable[[], None]) -> None:
        sizes = self._sizes
        for measure, kind, count in (
            (figures.REAL, bodies.SEALED, sizes.real),
            (figures.PLAIN, bodies.PLAIN, sizes.real),
            (figures.EMPTY, bodies.EMPTY, sizes.empty),
        ):
            names = [name for name in sorted(systems) if (name, kind) != (OURS, bodies.PLAIN)]
            for name in random.sample(names, len(names)):
                system = systems[name]
                await self._unless_stuck(measure, name, drain_rate(system, kind, count, self._told))
                done()

    async def _wait(self, systems: dict[str, System], done: Callable[[], None]) -> None:
        for name in random.sample(sorted(systems), len(systems)):
            waiting = idle_latency(systems[name], self._sizes.waited, self._told)
            found = await self._ended("idle latency", name, waiting)
            if found is not None:
                self.figures.add(figures.P50, name, found.p50)
                self.figures.add(figures.P95, name, found.p95)
            done()

    async def _two(self, systems: dict[str, System], done: Callable[[], None]) -> None:
        factor = two_workers(systems[OURS], self._sizes.slept, self._told)
        await self._unless_stuck(figures.TWO_WORKERS, OURS, factor)
        done()

    async def _claim(self, layout: Layout, *, is_held: bool) -> None:
        count = min(self._sizes.claimed, layout.jobs // 2)
        claimed = await claim(self._claims, layout, count, is_held=is_held)
        measure = claim_measure(layout, is_held=is_held)
        self.figures.add(measure, OURS, claimed.mean("ours"))
        self.figures.add(measure, figures.FIFO, claimed.mean("fifo"))
        if claimed.last_small is not None and not is_held:
            self.figures.add(
                f"{figures.LAST_SMALL}, {layout.jobs:,}", OURS, claimed.last_small / IDEAL
            )

    async def _unless_stuck(self, measure: str, name: str, value: Awaitable[float]) -> None:
        found = await self._ended(measure, name, value)
        if found is not None:
            self.figures.add(measure, name, found)

    async def _ended(self, measure: str, name: str, value: Awaitable[Measured]) -> Measured | None:
        """Await a measure; an error costs a peer only this figure, and the report names it."""
        try:
            return await value
        except Exception as error:
            if name == OURS and not isinstance(error, StuckError):
                raise
            self.stuck.append(f"{name}, {measure}: {type(error).__name__}: {error}")
            return None


@asynccontextmanager
async def _open_systems(names: list[str], place: Place) -> AsyncIterator[dict[str, System]]:
    async with AsyncExitStack() as stack:
        systems = {name: open_system(name, place) for name in names}
        for system in systems.values():
            await system.install()
            await system.open()
            stack.push_async_callback(system.close)
        yield systems
