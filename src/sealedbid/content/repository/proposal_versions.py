"""Frozen copies of proposals."""

from __future__ import annotations

from uuid import UUID

from sealedbid.content.models import VersionReason
from sealedbid.platform.postgres import Queries, Transaction

QUERIES = Queries("sealedbid.content", "proposal_versions")


async def freeze(
    tx: Transaction, proposal_id: UUID, *, reason: VersionReason, run_id: UUID | None = None
) -> int:
    """Keep the proposal as it is in this transaction; the version's number.

    Raises TakenError when somebody else froze it at the same moment.
    """
    number: int = await tx.value(
        QUERIES["freeze"], proposal_id=proposal_id, reason=reason, run_id=run_id
    )
    return number


async def freeze_edits(tx: Transaction, proposal_id: UUID) -> int | None:
    """Keep what a person has changed since the newest version; None if there is nothing."""
    number: int | None = await tx.value(QUERIES["freeze_edits"], proposal_id=proposal_id)
    return number
