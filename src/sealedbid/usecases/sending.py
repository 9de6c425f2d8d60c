"""Approving a proposal and marking it as sent, once nothing in it is without support."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from sealedbid.content.errors import UnsupportedSentencesError
from sealedbid.content.models import ProposalStatus
from sealedbid.content.repository import proposal_versions, proposals
from sealedbid.intelligence.repository import proposal_sentences
from sealedbid.intelligence.shortening import plural
from sealedbid.platform.errors import StateChangedError
from sealedbid.platform.postgres import Transaction
from sealedbid.system.audit_log.repository import audit_log
from sealedbid.usecases.finding import get_proposal

APPROVED: Final = "proposal.approved"
SENT: Final = "proposal.sent"


async def approve(tx: Transaction, proposal_id: UUID) -> None:
    """Say that a proposal is ready to be sent.

    Raises UnknownProposalError, UnsupportedSentencesError, StateChangedError.
    """
    await _check_ready(tx, proposal_id, "approved")
    await proposals.move(tx, proposal_id, "approved")
    await _record(tx, APPROVED, proposal_id, {})


async def take_back_approval(tx: Transaction, proposal_id: UUID) -> None:
    """Make an approved proposal a draft again. Raises UnknownProposalError, StateChangedError."""
    proposal = await get_proposal(tx, proposal_id)
    if proposal.status != "approved":
        raise StateChangedError(f"The proposal is {proposal.status}, and not approved.")
    await proposals.move(tx, proposal_id, "draft")
    await _record(tx, APPROVED, proposal_id, {"taken_back": True})


async def mark_sent(tx: Transaction, proposal_id: UUID) -> int:
    """Say that the client has the proposal, and return the number of the version that they have.

    Nothing is sent by it. Raises UnknownProposalError, UnsupportedSentencesError,
    StateChangedError.
    """
    await _check_ready(tx, proposal_id, "sent")
    version = await proposal_versions.freeze(tx, proposal_id, reason="sent")
    await proposals.move(tx, proposal_id, "sent")
    await _record(tx, SENT, proposal_id, {"version": version})
    return version


async def _check_ready(tx: Transaction, proposal_id: UUID, status: ProposalStatus) -> None:
    """Look at the state and the sentences: the database refuses too, and cannot say how many."""
    proposal = await get_proposal(tx, proposal_id)
    if proposal.status == status:
        raise StateChangedError(f"The proposal is {status} already.")
    found = await proposal_sentences.of_proposal(tx, proposal_id)
    count = sum(one.verdict == "unsupported" and one.resolution is None for one in found)
    if count:
        raise UnsupportedSentencesError(
            f"The proposal is not ready: nothing supports {plural(count, 'sentence')} of it. "
            f"`sealedbid proposals sentences {proposal_id}` shows them, and how to resolve them."
        )


async def _record(
    tx: Transaction, action: str, proposal_id: UUID, detail: dict[str, bool | int]
) -> None:
    await audit_log.record(
        tx, action, resource_type="proposals", resource_id=str(proposal_id), detail=detail
    )
