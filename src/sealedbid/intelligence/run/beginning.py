"""The beginning of a run: what the proposal, the catalog and people's answers give it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sealedbid.content.models import Proposal
from sealedbid.content.repository import services
from sealedbid.core.currencies import NO_CURRENCY
from sealedbid.core.repository import organizations
from sealedbid.intelligence.asking.hashing import brief_hash
from sealedbid.intelligence.asking.rows import answers_of
from sealedbid.intelligence.repository import knowledge_sources, proposal_questions
from sealedbid.intelligence.run.standing import given_by
from sealedbid.platform.postgres import Transaction

CURRENCY = "currency"  # the key of the answer that is the proposal's currency


async def begin_with(tx: Transaction, proposal: Proposal) -> dict[str, Any]:
    """Read the values with which a run of this proposal begins; ``today`` is the house's day."""
    rows = await proposal_questions.of_brief(tx, proposal.id, brief_hash(proposal.brief))
    answers = answers_of(rows)
    currency = await currency_of(tx, proposal, answers)
    organization = await organizations.get(tx)
    assert organization is not None  # the transaction is in it
    return {
        **given_by(proposal, await services.catalogue(tx), answers, currency),
        "knowledge": await knowledge_sources.fingerprint(tx),
        "today": datetime.now(ZoneInfo(organization.timezone)).date(),
        "locale": organization.locale,
    }


async def currency_of(tx: Transaction, proposal: Proposal, answers: Mapping[str, str]) -> str:
    """The currency that a person named, else the proposal's, else what the organization has now."""
    if CURRENCY in answers:
        return answers[CURRENCY]
    if proposal.currency != NO_CURRENCY:
        return proposal.currency
    organization = await organizations.get(tx)
    return proposal.currency if organization is None else organization.currency
