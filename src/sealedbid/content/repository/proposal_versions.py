"""Frozen copies of proposals."""

from __future__ import annotations

from uuid import UUID

from sealedbid.content.models import VersionReason
from sealedbid.platform.postgres import Queries, Transaction

QUERIES = Queries("sealedbid.content", "proposal_versions")


async def freeze(
    tx: Transaction, proposal_id: UUID, *, reason: VersionReason, run_id: UUID | None = None
) -> int:
    """Keep the proposal as it is now as a version, and return its number, from 1.

    Raises TakenError if another transaction froze it at the same moment.
    """
    number: int = await tx.value(
        QUERIES["freeze"], proposal_id=proposal_id, reason=reason, run_id=run_id
    )
    return number


async def freeze_edits(tx: Transaction, proposal_id: UUID) -> int | None:
    """Keep the proposal as a version if a person changed it since the newest one, else None."""
    number: int | None = await tx.value(QUERIES["freeze_edits"], proposal_id=proposal_id)
    return number


async def drafted_by(tx: Transaction, proposal_id: UUID) -> UUID | None:
    """Return the run that wrote the newest draft of the proposal, or None."""
    run_id: UUID | None = await tx.value(QUERIES["drafted_by"], proposal_id=proposal_id)
    return run_id
