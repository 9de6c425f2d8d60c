"""Keys that sign access tokens, sealed."""

from __future__ import annotations

from sealedbid.auth.models import SealedKey
from sealedbid.platform.postgres import Queries
from sealedbid.platform.postgres.calls import AccountCalls

QUERIES = Queries("sealedbid.auth", "signing_keys")


async def published(calls: AccountCalls) -> list[SealedKey]:
    """Return the keys that are published, the newest first."""
    return await calls.all(QUERIES["published"], SealedKey)


async def add(calls: AccountCalls, kid: str, sealed: str, *, last: str | None) -> bool:
    """Add a key after ``last``; False if another one was added meanwhile."""
    return bool(await calls.value(QUERIES["add"], kid=kid, sealed=sealed, last=last))
