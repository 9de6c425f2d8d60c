"""Memberships: read as rows, written by the database's functions."""

from __future__ import annotations

from uuid import UUID

from sealedbid.core.errors import InvitationRefusedError
from sealedbid.core.models import Member, Membership, Role
from sealedbid.platform.postgres import Queries, Transaction
from sealedbid.platform.postgres.errors import CredentialRefusedError

QUERIES = Queries("sealedbid.core", "org_members")


async def accept(tx: Transaction, *, proof: bytes, org_id: UUID) -> Role:
    """Join with an invitation's secret, as the person between organizations; return the role.

    ``proof`` is the sha256 of the secret. Raises InvitationRefusedError, and NotAllowedError if
    the invitation is for another address.
    """
    try:
        role: Role = await tx.value(QUERIES["accept"], proof=proof, invited_to=org_id)
    except CredentialRefusedError:
        raise InvitationRefusedError from None
    return role


async def change_role(tx: Transaction, user_id: UUID, role: Role) -> None:
    """Set a member's rank. Neither the old nor the new one may be above the caller's.

    Raises NotFoundError, NotAllowedError, LastOwnerError.
    """
    await tx.run(QUERIES["change_role"], user_id=user_id, role=role)


async def own(tx: Transaction) -> list[Membership]:
    """Return the organizations of the person between organizations, ordered by name."""
    return await tx.all(QUERIES["own"], Membership, user_id=tx.user_id)


async def page(tx: Transaction) -> list[Member]:
    """Return the people of the open organization, ordered by name."""
    return await tx.all(QUERIES["page"], Member)


async def remove(tx: Transaction, user_id: UUID) -> None:
    """Remove a member whose rank is not above the caller's, or the caller themselves.

    Raises NotFoundError, NotAllowedError, LastOwnerError.
    """
    await tx.run(QUERIES["remove"], user_id=user_id)
