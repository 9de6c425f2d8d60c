"""Finding a proposal by its id, or the beginning of it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sealedbid.content.models import Proposal, ProposalShown
from sealedbid.content.repository import proposals
from sealedbid.platform.errors import NotFoundError, ValueRefusedError
from sealedbid.platform.postgres import Transaction


class UnknownProposalError(NotFoundError):
    """The organization has no proposal of this id."""


class AmbiguousProposalError(ValueRefusedError):
    """Several ids of proposals begin with these digits."""


async def find_proposal(tx: Transaction, id: str) -> UUID:
    """Return the proposal whose id this is or begins with.

    Raises UnknownProposalError, AmbiguousProposalError.
    """
    digits = id.strip().lower().replace("-", "")
    is_hex = digits != "" and set(digits) <= set("0123456789abcdef")
    found = await proposals.beginning_with(tx, digits) if is_hex else []
    if not found:
        raise UnknownProposalError(
            f"There is no proposal {id} in this organization: see `sealedbid proposals list`."
        )
    if len(found) > 1:
        raise AmbiguousProposalError(f"{id} begins several ids: {_titles(found)}.", field="id")
    return found[0].id


def _titles(found: Sequence[ProposalShown]) -> str:
    return ", ".join(f"{one.id} ({one.title[:40]})" for one in found)


async def get_proposal(tx: Transaction, proposal_id: UUID) -> Proposal:
    """Return the proposal. Raises UnknownProposalError."""
    proposal = await proposals.get(tx, proposal_id)
    if proposal is None:
        raise UnknownProposalError(f"There is no proposal {proposal_id} in this organization.")
    return proposal
