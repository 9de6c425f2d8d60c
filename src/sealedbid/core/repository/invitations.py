"""Invitations: read as rows, written by the database's functions."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sealedbid.core.models import Invitation, Role
from sealedbid.platform.postgres import Queries, Transaction

QUERIES = Queries("sealedbid.core", "invitations")


async def add(
    tx: Transaction, *, email: str, role: Role, proof: bytes, expires_at: datetime
) -> UUID:
    """Ask somebody in, replacing an open invitation to the same address; return its id.

    Raises TakenError for a member, NotAllowedError for a rank above one's own, ValueRefusedError.
    """
    id: UUID = await tx.value(
        QUERIES["add"], email=email, role=role, proof=proof, expires_at=expires_at
    )
    return id


async def open_ones(tx: Transaction) -> list[Invitation]:
    """Those that nobody has accepted yet, the newest first."""
    return await tx.all(QUERIES["open"], Invitation)


async def own(tx: Transaction) -> list[Invitation]:
    """Those to the address of the person between organisations."""
    return await tx.all(QUERIES["own"], Invitation, user_id=tx.user_id)


async def revoke(tx: Transaction, id: UUID) -> None:
    """Take an open invitation back. Raises NotFoundError where there is none."""
    await tx.run(QUERIES["revoke"], id=id)
