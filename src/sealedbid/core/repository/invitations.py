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
    """Create an invitation, replacing an open one to the same address; return its id.

    Raises TakenError for a member, NotAllowedError for a rank above one's own, ValueRefusedError.
    """
    id: UUID = await tx.value(
        QUERIES["add"], email=email, role=role, proof=proof, expires_at=expires_at
    )
    return id


async def mail(tx: Transaction, id: UUID) -> UUID:
    """Enqueue the mail of an open invitation, again with the same link; return the delivery's id.

    Raises NotFoundError, NotAllowedError for a rank above one's own, ValueRefusedError for a name
    that no mail can show.
    """
    delivery: UUID = await tx.value(QUERIES["mail"], id=id)
    return delivery


async def open_ones(tx: Transaction) -> list[Invitation]:
    """Return the invitations of the open organization that are not accepted, the newest first."""
    return await tx.all(QUERIES["open"], Invitation)


async def own(tx: Transaction) -> list[Invitation]:
    """Return the open invitations to the address of the person between organizations."""
    return await tx.all(QUERIES["own"], Invitation, user_id=tx.user_id)


async def revoke(tx: Transaction, id: UUID) -> None:
    """Delete an open invitation. Raises NotFoundError if there is none with this id."""
    await tx.run(QUERIES["revoke"], id=id)
