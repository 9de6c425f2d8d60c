"""API keys: the rows that people see. The seal keeps the secrets, as hashes."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sealedbid.core.models import ApiKey
from sealedbid.platform.postgres import Queries, Rank, Transaction

QUERIES = Queries("sealedbid.core", "api_keys")


async def add(
    tx: Transaction,
    *,
    name: str,
    prefix: str,
    scopes: list[str],
    rank: Rank,
    proof: bytes,
    expires_at: datetime,
) -> ApiKey:
    """Add a key of at most ``rank``, which opens the organization for the holder of ``proof``.

    Raises NameTakenError, NotAllowedError.
    """
    key = await tx.only(
        QUERIES["add"], ApiKey, name=name, prefix=prefix, scopes=scopes, expires_at=expires_at
    )
    await tx.run(QUERIES["issue"], proof=proof, id=key.id, rank=int(rank), expires_at=expires_at)
    return key


async def page(tx: Transaction) -> list[ApiKey]:
    """Return all keys, the newest first."""
    return await tx.all(QUERIES["page"], ApiKey)


async def remove(tx: Transaction, id: UUID) -> bool:
    """Delete the key: its secret opens nothing any more. False if there is no such key."""
    return await tx.run(QUERIES["remove"], id=id) == 1
