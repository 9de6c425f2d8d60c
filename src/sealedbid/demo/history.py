"""Loads an agency's proposals and contracts, which walk through their states."""

from __future__ import annotations

from uuid import UUID

from sealedbid.content.documents import Block, Document, Section
from sealedbid.content.lines import line_of
from sealedbid.content.models import ContractStatus, ProposalStatus, Service
from sealedbid.content.repository import (
    contracts,
    proposal_line_items,
    proposal_versions,
    proposals,
    services,
)
from sealedbid.demo.agency import Agency, Proposal
from sealedbid.platform.postgres import Transaction

# The states on a document's way; the database allows no shorter one.
PROPOSAL_WAYS: dict[ProposalStatus, tuple[ProposalStatus, ...]] = {
    "draft": (),
    "in_review": ("in_review",),
    "approved": ("approved",),
    "sent": ("sent",),
    "viewed": ("sent", "viewed"),
    "accepted": ("sent", "viewed", "accepted"),
    "declined": ("sent", "viewed", "declined"),
    "expired": ("sent", "expired"),
    "void": ("void",),
}
CONTRACT_WAYS: dict[ContractStatus, tuple[ContractStatus, ...]] = {
    "draft": (),
    "sent": ("sent",),
    "signed": ("sent", "signed"),
    "active": ("sent", "signed", "active"),
    "ended": ("sent", "signed", "ended"),
    "void": ("void",),
}


async def load_history(tx: Transaction, agency: Agency, clients: dict[str, UUID]) -> None:
    """Add every proposal and contract of the agency."""
    catalogue = {service.name: service for service in await services.catalogue(tx)}
    for proposal in agency.proposals:
        await _load_proposal(tx, agency, proposal, clients[proposal.client], catalogue)
    for contract in agency.contracts:
        id = await contracts.add(
            tx,
            client_name=contract.client,
            client_id=clients[contract.client],
            title=contract.title,
            scope=contract.scope,
            terms=[clause.model_dump() for clause in contract.terms],
            effective_on=contract.effective_on,
            ends_on=contract.ends_on,
        )
        for status in CONTRACT_WAYS[contract.status]:
            await contracts.move(tx, id, status)


async def _load_proposal(
    tx: Transaction,
    agency: Agency,
    proposal: Proposal,
    client_id: UUID,
    catalogue: dict[str, Service],
) -> None:
    sections = [
        Section(
            id=f"s{number}",
            heading=clause.heading,
            blocks=[Block(kind="paragraph", text=clause.body)],
        )
        for number, clause in enumerate(proposal.sections, start=1)
    ]
    id = await proposals.add(
        tx,
        client_id=client_id,
        title=proposal.title,
        brief=proposal.brief,
        currency=agency.currency,
        content=Document(sections=sections).model_dump(mode="json"),
    )
    lines = [line_of(catalogue[name]) for name in proposal.services]
    await proposal_line_items.replace(tx, id, lines)
    for status in PROPOSAL_WAYS[proposal.status]:
        if status == "sent":
            await proposal_versions.freeze(tx, id, reason="sent")
        await proposals.move(tx, id, status)
    if proposal.deal_outcome != "pending":
        await proposals.decide(tx, id, proposal.deal_outcome, proposal.outcome_reason)
