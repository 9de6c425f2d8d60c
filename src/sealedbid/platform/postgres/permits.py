"""Permits: limits over all processes, taken from the database in batches and spent in memory."""

from __future__ import annotations

import time
from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

from sealedbid.platform.postgres.calls import Calls
from sealedbid.platform.postgres.pool import Pool
from sealedbid.platform.postgres.queries import Queries

_STATEMENTS = Queries(__package__, "permits")
BATCHES: Final = 10
"""Parts of a limit that are taken one by one: what a process does not spend of one is lost."""
MOST: Final = 10_000
"""Buckets that a process remembers."""


@dataclass(slots=True)
class _Held:
    left: int
    ends: float


class Permits:
    """The permits of one process, on a pool whose login has buckets of its own."""

    def __init__(self, pool: Pool, *, for_accounts: bool = False) -> None:
        """``for_accounts``: the pool is that of sb_auth."""
        self._calls = Calls(pool)
        self._statement = _STATEMENTS["take_for_accounts" if for_accounts else "take"]
        self._held: OrderedDict[bytes, _Held] = OrderedDict()

    async def take(self, bucket: bytes, *, limit: int, seconds: int) -> int:
        """Take one permit of ``bucket``, which has ``limit`` of them in ``seconds``.

        Returns 0, or the seconds until the next window if none is left. Never inside a tenant's
        transaction, which would hold the bucket's row until its end.
        """
        now = time.time()
        held = self._held.get(bucket)
        if held is None or held.ends <= now:
            held = _Held(await self._batch(bucket, limit, seconds), _end(now, seconds))
            self._held[bucket] = held
            while len(self._held) > MOST:
                self._held.popitem(last=False)
        elif held.left == 0:
            held.left = await self._batch(bucket, limit, seconds)
        if held.left < 1:
            held.left = -1  # refused for the rest of the window, without another look
            return max(1, round(held.ends - now))
        held.left -= 1
        return 0

    async def _batch(self, bucket: bytes, limit: int, seconds: int) -> int:
        want = max(1, limit // BATCHES)
        taken: int = await self._calls.value(
            self._statement, bucket=bucket, limit=limit, seconds=seconds, want=want
        )
        return taken


def _end(now: float, seconds: int) -> float:
    return (now // seconds + 1) * seconds
