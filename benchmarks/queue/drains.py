"""Whole systems: enqueueing, draining, waiting, two workers."""

from __future__ import annotations

import asyncio
import gc
import random
import statistics
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

from benchmarks.queue.bodies import EMPTY, SLEEPING
from benchmarks.queue.running import StuckError, begun, open_worker, over
from benchmarks.queue.sizes import CONCURRENCY, PER_SECOND, SLEEPERS
from benchmarks.queue.systems import System

WARM = 10
"""Jobs of the idle latency that are not counted, before those that are."""
WARM_SHARE = 0.1
"""Uncounted share of a drain, in which pools open and statements are prepared."""
REST = 0.5
"""Seconds in which a worker finds that it has nothing to do."""


@dataclass(frozen=True, slots=True)
class Latency:
    """Milliseconds between a commit and the beginning of the body."""

    p50: float
    p95: float


async def enqueue_rate(system: System, count: int) -> float:
    """Measure jobs a second, enqueued in bulk into an empty queue."""
    await system.clear()
    await system.enqueue(EMPTY, count // 10)
    gc.collect()
    gc.disable()
    try:
        started = time.perf_counter()
        await system.enqueue(EMPTY, count)
        taken = time.perf_counter() - started
    finally:
        gc.enable()
    return count / taken


async def drain_rate(
    system: System,
    kind: str,
    count: int,
    place: Path,
    *,
    workers: int = 1,
    concurrency: int = CONCURRENCY,
) -> float:
    """Measure begun jobs a second, while all workers are busy and warm.

    Jobs begin only as others end, and at the end all have to be over.
    """
    await system.clear()
    await system.enqueue(kind, count)
    async with AsyncExitStack() as stack:
        running = [
            await stack.enter_async_context(open_worker(system, kind, concurrency, place))
            for _ in range(workers)
        ]
        await begun(running, count)
        await over(system)
        started = [[at for _, at in await worker.stop()] for worker in running]
    return _steady_rate(started, count)


def _steady_rate(started: list[list[float]], count: int) -> float:
    """Rate from when all had begun and a tenth was done until the first worker found no more."""
    everything = sorted(at for each in started for at in each)
    if len(everything) != count:
        raise StuckError(f"of {count} jobs {len(everything)} began: some twice, or never")
    first = max(everything[int(count * WARM_SHARE)], *(each[0] for each in started), 0.0)
    last = min(each[-1] for each in started)
    within = [at for at in everything if first <= at <= last]
    return (len(within) - 1) / (within[-1] - within[0])


async def idle_latency(system: System, count: int, place: Path) -> Latency:
    """Measure the latency of jobs that come one by one to an idle worker."""
    await system.clear()
    committed: dict[int, float] = {}
    async with open_worker(system, EMPTY, CONCURRENCY, place) as worker:
        await system.enqueue_one(EMPTY, 0)
        await begun([worker], 1)
        await asyncio.sleep(REST)
        gc.disable()
        try:
            due = time.perf_counter()
            for number in range(1, 1 + WARM + count):
                # Irregular, so that no system's polling falls in step.
                due += random.uniform(0.5, 1.5) / PER_SECOND
                await asyncio.sleep(max(0.0, due - time.perf_counter()))
                await system.enqueue_one(EMPTY, number)
                committed[number] = time.perf_counter()
        finally:
            gc.enable()
        await begun([worker], 1 + WARM + count)
        await over(system)
        started = dict(await worker.stop())
    waited = [(started[n] - committed[n]) * 1000 for n in committed if n > WARM]
    cuts = statistics.quantiles(waited, n=20, method="inclusive")
    return Latency(statistics.median(waited), cuts[-1])


async def two_workers(system: System, count: int, place: Path) -> float:
    """Measure the speed-up of two processes over one, with bodies that only sleep."""
    rates = {}
    for workers in random.sample((1, 2), 2):
        rates[workers] = await drain_rate(
            system, SLEEPING, count, place, workers=workers, concurrency=SLEEPERS
        )
    return rates[2] / rates[1]
