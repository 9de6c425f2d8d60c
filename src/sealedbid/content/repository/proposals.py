"""Proposals."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sealedbid.content.models import (
    BrainStatus,
    DealOutcome,
    Proposal,
    ProposalShown,
    ProposalStatus,
)
from sealedbid.platform.postgres import Queries, Transaction

QUERIES = Queries("sealedbid.content", "proposals")


async def add(
    tx: Transaction,
    *,
    client_id: UUID,
    title: str,
    currency: str,
    brief: str = "",
    content: dict[str, Any] | None = None,
    brain_status: BrainStatus = "idle",
) -> UUID:
    """A new draft; its id."""
    id: UUID = await tx.value(
        QUERIES["add"],
        client_id=client_id,
        title=title,
        brief=brief,
        content=content or {},
        currency=currency,
        brain_status=brain_status,
    )
    return id


async def get(tx: Transaction, id: UUID) -> Proposal | None:
    """The proposal, or None."""
    return await tx.one(QUERIES["get"], Proposal, id=id)


async def latest(tx: Transaction, *, limit: int = 20) -> list[ProposalShown]:
    """The proposals that were changed last."""
    return await tx.all(QUERIES["latest"], ProposalShown, limit=limit)


async def beginning_with(tx: Transaction, digits: str) -> list[ProposalShown]:
    """Proposals whose ids' hexadecimal digits, in lower case, begin with these; three at most."""
    return await tx.all(QUERIES["beginning_with"], ProposalShown, digits=digits)


async def write(
    tx: Transaction,
    id: UUID,
    *,
    lock_version: int,
    title: str,
    content: dict[str, Any],
    brain_status: BrainStatus,
    currency: str | None = None,
) -> bool:
    """Put this into it; False: somebody else wrote since ``lock_version`` was read.

    Without ``currency`` it keeps its own.
    """
    written = await tx.run(
        QUERIES["write"],
        id=id,
        lock_version=lock_version,
        title=title,
        content=content,
        brain_status=brain_status,
        currency=currency,
    )
    return written == 1


async def set_brief(tx: Transaction, id: UUID, brief: str, *, lock_version: int) -> int:
    """Replace the brief; return the new ``lock_version``, or the old one if it was not replaced."""
    now: int | None = await tx.value(
        QUERIES["set_brief"], id=id, brief=brief, lock_version=lock_version
    )
    return lock_version if now is None else now


async def set_brain_status(tx: Transaction, id: UUID, brain_status: BrainStatus) -> bool:
    """Say what the brain is doing with it; whether it is there."""
    return await tx.run(QUERIES["set_brain_status"], id=id, brain_status=brain_status) == 1


async def move(tx: Transaction, id: UUID, status: ProposalStatus) -> bool:
    """Move it into another state; False if there is none. Raises StateChangedError."""
    return await tx.run(QUERIES["move"], id=id, status=status) == 1


async def decide(tx: Transaction, id: UUID, outcome: DealOutcome, reason: str | None) -> bool:
    """How the deal ended, and why; whether it is there."""
    return await tx.run(QUERIES["decide"], id=id, deal_outcome=outcome, outcome_reason=reason) == 1
