"""What every queue is asked to do."""

from __future__ import annotations

from typing import ClassVar, Protocol

from benchmarks.queue.bodies import Starts


class System(Protocol):
    """One queue. Kinds of jobs are those of benchmarks.queue.bodies."""

    name: ClassVar[str]
    settings: ClassVar[str]
    """How it is configured, for the page."""

    async def install(self) -> None:
        """Make its tables."""

    async def open(self) -> None:
        """Connect, to enqueue."""

    async def close(self) -> None:
        """Let go of what ``open`` made."""

    async def clear(self) -> None:
        """Remove all jobs and all that bodies left; vacuum."""

    async def enqueue(self, kind: str, count: int) -> None:
        """So many jobs, numbered from 0, in transactions of CHUNK each, by its bulk interface."""

    async def ask(self, kind: str, number: int) -> None:
        """One job, committed."""

    async def left(self) -> int:
        """How many jobs are not over."""

    async def work(self, kind: str, concurrency: int, starts: Starts) -> None:
        """Run its worker until cancelled."""
