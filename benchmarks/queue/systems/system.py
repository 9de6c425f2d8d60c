"""The interface of every measured queue."""

from __future__ import annotations

from typing import ClassVar, Protocol

from benchmarks.queue.bodies import Starts


class System(Protocol):
    """One queue. Kinds of jobs are those of benchmarks.queue.bodies."""

    name: ClassVar[str]
    settings: ClassVar[str]
    """Configuration in words, for the page."""

    async def install(self) -> None:
        """Create its tables."""

    async def open(self) -> None:
        """Connect, to enqueue."""

    async def close(self) -> None:
        """Close the connections of ``open``."""

    async def clear(self) -> None:
        """Remove all jobs and all rows of bodies; vacuum."""

    async def enqueue(self, kind: str, count: int) -> None:
        """Enqueue jobs numbered from 0, in transactions of CHUNK each, by its bulk interface."""

    async def enqueue_one(self, kind: str, number: int) -> None:
        """Enqueue one job, committed."""

    async def left(self) -> int:
        """Number of unfinished jobs."""

    async def work(self, kind: str, concurrency: int, starts: Starts) -> None:
        """Run its worker until cancelled."""
