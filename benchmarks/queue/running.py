"""Workers as processes, and their reports."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from benchmarks.queue.systems import System

PATIENCE = 300.0
"""Seconds for all jobs of one measure."""
PAUSE = 0.05


class StuckError(Exception):
    """Jobs do not end."""


class Worker:
    """One worker process."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self.begun = 0
        self._starts: list[tuple[int, float]] | None = None
        self._reading = asyncio.create_task(self._read())

    @property
    def is_gone(self) -> bool:
        """True if it ended by itself."""
        return self._process.returncode is not None

    async def _read(self) -> None:
        assert self._process.stdout is not None
        async for line in self._process.stdout:
            told = json.loads(line)
            if isinstance(told, int):
                self.begun = told
            else:
                self._starts = [(number, at) for number, at in told]

    async def stop(self) -> list[tuple[int, float]]:
        """End it; returns the time at which each body began."""
        if self._process.returncode is None and self._process.stdin is not None:
            self._process.stdin.write(b"\n")
            await self._process.stdin.drain()
        await asyncio.wait_for(self._reading, PATIENCE)
        await self._process.wait()
        if self._starts is None:
            raise StuckError(f"a worker ended by itself, with code {self._process.returncode}")
        return self._starts

    async def kill(self) -> None:
        """End it in any case."""
        if self._process.returncode is None:
            self._process.kill()
        await self._process.wait()
        self._reading.cancel()


@asynccontextmanager
async def open_worker(
    system: System, kind: str, concurrency: int, place: Path
) -> AsyncIterator[Worker]:
    """Run a worker of this system; it is gone when the block ends."""
    module = "benchmarks.queue.program"
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", module, system.name, kind, str(concurrency), str(place)),
        stdin=PIPE,
        stdout=PIPE,
        stderr=None if os.environ.get("BENCH_VERBOSE") else asyncio.subprocess.DEVNULL,
        limit=2**26,  # one line reports all jobs of a worker
    )
    worker = Worker(process)
    try:
        yield worker
    finally:
        await worker.kill()


async def begun(workers: list[Worker], count: int) -> None:
    """Wait until ``count`` bodies have begun. Raises StuckError."""
    async with _patience(f"{count} jobs do not begin"):
        while sum(worker.begun for worker in workers) < count:
            await asyncio.sleep(PAUSE)
            if gone := [worker for worker in workers if worker.is_gone]:
                raise StuckError(f"{len(gone)} of {len(workers)} workers ended by themselves")


async def over(system: System) -> None:
    """Wait until no job is left. Raises StuckError."""
    async with _patience("jobs do not end"):
        while await system.left():
            await asyncio.sleep(PAUSE)


@asynccontextmanager
async def _patience(what: str) -> AsyncIterator[None]:
    try:
        async with asyncio.timeout(PATIENCE):
            yield
    except TimeoutError:
        raise StuckError(what) from None
