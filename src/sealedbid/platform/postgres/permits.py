"""Permits: limits over all processes, taken from the database in batches and spent in memory."""

from __future__ import annotations

import hashlib
import math
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


@dataclass(frozen=True, slots=True)
class Permit:
    """The answer to one request for a permit.

    ``remaining`` is how many the window has left, as far as this process knows; ``resets`` is the
    seconds until the next window.
    """

    is_granted: bool
    remaining: int
    resets: int


@dataclass(slots=True)
class _Batch:
    granted: int
    remaining: int


@dataclass(slots=True)
class _Held:
    ends: float
    left: int = 0
    """Permits of this process that are not spent."""
    others: int = 0
    """Permits that nobody had taken when this process took its last ones."""
    is_over: bool = False


class Permits:
    """The permits of one process, on a pool whose login has buckets of its own."""

    def __init__(self, pool: Pool, *, secret: str = "", for_accounts: bool = False) -> None:
        """``for_accounts``: the pool is that of sb_auth.

        ``secret`` is what all processes of the login know, and no statement can read: who could run
        one would otherwise name a bucket of somebody else, and use it up.
        """
        self._calls = Calls(pool)
        self._secret = hashlib.sha256(secret.encode()).digest()
        self._statement = _STATEMENTS["take_for_accounts" if for_accounts else "take"]
        self._held: OrderedDict[bytes, _Held] = OrderedDict()

    async def take(self, bucket: bytes, *, limit: int, seconds: int) -> Permit:
        """Take one permit of ``bucket``, which has ``limit`` of them in ``seconds``.

        Never inside a tenant's transaction, which would hold the bucket's row until its end.
        """
        now = time.time()
        held = self._held.get(bucket)
        if held is None or held.ends <= now:
            held = self._held[bucket] = _Held(_end(now, seconds))
            while len(self._held) > MOST:
                self._held.popitem(last=False)
        if held.left < 1 and not held.is_over:
            taken = await self._batch(bucket, limit, seconds)
            held.left += taken.granted
            held.others = taken.remaining
            held.is_over = held.left < 1  # for the rest of the window, without another look
        resets = max(1, math.ceil(held.ends - now))
        if held.left < 1:
            return Permit(False, 0, resets)
        held.left -= 1
        return Permit(True, held.left + held.others, resets)

    async def _batch(self, bucket: bytes, limit: int, seconds: int) -> _Batch:
        want = max(1, limit // BATCHES)
        hidden = hashlib.blake2b(bucket, key=self._secret, digest_size=32).digest()
        taken = await self._calls.one(
            self._statement, _Batch, bucket=hidden, limit=limit, seconds=seconds, want=want
        )
        assert taken is not None  # the function always answers
        return taken


def _end(now: float, seconds: int) -> float:
    return (now // seconds + 1) * seconds
