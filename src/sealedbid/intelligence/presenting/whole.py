"""A proposal as it is shown: everything read in one transaction, then typeset."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sealedbid.content.documents import Document
from sealedbid.content.models import LineItem, Proposal, Requirement
from sealedbid.content.repository import proposal_line_items, proposals, rfp_requirements
from sealedbid.core.repository import organizations
from sealedbid.intelligence.models import Citation, DraftMade
from sealedbid.intelligence.presenting.sentences import SentenceShown, present_sentences
from sealedbid.intelligence.repository import agent_runs, citations
from sealedbid.platform.postgres import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Presented:
    """A proposal with all that belongs to it.

    ``sentences`` and ``made`` are for the author, never for a client.
    """

    organization: str
    locale: str
    accent: str
    proposal: Proposal
    document: Document
    lines: list[LineItem]
    requirements: list[Requirement]
    citations: list[Citation]
    sentences: list[SentenceShown]
    made: DraftMade | None = None


async def present(tx: Transaction, proposal_id: UUID) -> Presented | None:
    """Everything of a proposal, or None if there is none."""
    proposal = await proposals.get(tx, proposal_id)
    organization = await organizations.get(tx)
    if proposal is None or organization is None:
        return None
    return Presented(
        organization=organization.name,
        locale=organization.locale,
        accent=str(organization.branding.get("accent", "")),
        proposal=proposal,
        document=Document.model_validate(proposal.content),
        lines=await proposal_line_items.of_proposal(tx, proposal_id),
        requirements=await rfp_requirements.of_proposal(tx, proposal_id),
        citations=await citations.of_proposal(tx, proposal_id),
        sentences=await present_sentences(tx, proposal, organization),
        made=await agent_runs.behind_draft(tx, proposal_id),
    )
