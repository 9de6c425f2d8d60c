"""Refusals: twenty a minute of one source are a row each, and those above are one row."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Final, TypeAlias

from sealedbid.platform.errors import SealedbidError
from sealedbid.platform.postgres.faults import named
from sealedbid.platform.postgres.permits import Permits

log = logging.getLogger("sealedbid.api")

MOST: Final = 20
"""Refusals of one source and kind that are a row each in a minute."""
WINDOW: Final = 60
"""Seconds."""
SOURCES: Final = 10_000
"""Sources whose refusals are counted at the same time; those of others are not."""
Record: TypeAlias = Callable[[int], Awaitable[None]]
"""Records so many refusals as one row."""


class Refusals:
    """Counts the refusals of one process that are above what is recorded one by one."""

    def __init__(self) -> None:
        self._above: dict[bytes, tuple[int, Record]] = {}
        self._waiting: set[asyncio.Task[None]] = set()

    async def add(self, permits: Permits, source: bytes, record: Record) -> None:
        """Record a refusal, now or with others of the same minute; a failure is logged alone."""
        try:
            permit = await permits.take(b"refusals " + source, limit=MOST, seconds=WINDOW)
        except SealedbidError as error:
            _tell(error)
            return
        if permit.is_granted:
            await _try(record, 1)
        elif source in self._above:
            self._above[source] = (self._above[source][0] + 1, record)
        elif len(self._above) < SOURCES:
            self._above[source] = (1, record)
            task = asyncio.create_task(self._later(source, permit.resets))
            self._waiting.add(task)
            task.add_done_callback(self._waiting.discard)

    async def close(self) -> None:
        """Record what is counted, without waiting for the minute's end."""
        for task in self._waiting:
            task.cancel()
        for source in list(self._above):
            await self._record(source)

    async def _later(self, source: bytes, seconds: int) -> None:
        await asyncio.sleep(seconds)
        await self._record(source)

    async def _record(self, source: bytes) -> None:
        count, record = self._above.pop(source)
        await _try(record, count)


async def _try(record: Record, count: int) -> None:
    try:
        await record(count)
    except SealedbidError as error:
        _tell(error)


def _tell(error: SealedbidError) -> None:
    log.warning("a refusal was not recorded", extra={"error": named(error)})
