"""Keys of requests, and the answers that were given to them."""

from __future__ import annotations

from sealedbid.platform.postgres import Queries, Transaction
from sealedbid.system.answers.models import Claim

QUERIES = Queries("sealedbid.system.answers", "idempotency_keys")


async def claim(tx: Transaction, key: str, request: bytes) -> Claim:
    """Claim the key for the request with this sha256; wait for another one that claims it now.

    Raises BusyError if that takes too long.
    """
    return await tx.only(QUERIES["claim"], Claim, key=key, request=request)


async def keep(
    tx: Transaction, key: str, *, status: int, location: str | None, body: bytes | None
) -> None:
    """Keep the answer of the request that has claimed the key."""
    await tx.run(QUERIES["keep"], key=key, status=status, location=location, body=body)
