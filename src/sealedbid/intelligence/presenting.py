"""A proposal as it is shown: everything read in one transaction, then typeset."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sealedbid.content.documents import Document
from sealedbid.content.models import LineItem, Proposal, Requirement
from sealedbid.content.repository import proposal_line_items, proposals, rfp_requirements
from sealedbid.content.sentences import find, notes_at
from sealedbid.core.repository import organizations
from sealedbid.intelligence.asking.hashing import brief_hash
from sealedbid.intelligence.asking.rows import answers_of
from sealedbid.intelligence.models import Citation, DraftMade, ProposalSentence
from sealedbid.intelligence.repository import (
    agent_runs,
    citations,
    proposal_questions,
    proposal_sentences,
)
from sealedbid.platform.postgres import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceShown:
    """A judged sentence with the passages that it cites beside it.

    ``answers`` are those of people that it stands on, by their keys.
    """

    sentence: ProposalSentence
    passages: list[Citation]
    answers: dict[str, str]

    @property
    def text(self) -> str:
        """The sentence as it is in the text now, or was before it was taken out."""
        return self.sentence.wording or self.sentence.text

    @property
    def is_open(self) -> bool:
        """True if a person should look at it: weak or unsupported, and nobody has resolved it."""
        return self.sentence.verdict != "supported" and self.sentence.resolution is None

    @property
    def holds_back(self) -> bool:
        """True if the proposal is not ready because of it."""
        return self.sentence.verdict == "unsupported" and self.sentence.resolution is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Presented:
    """A proposal with all that belongs to it; ``made`` is for the author, never for a client."""

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
    document = Document.model_validate(proposal.content)
    cited = await citations.of_proposal(tx, proposal_id)
    return Presented(
        organization=organization.name,
        locale=organization.locale,
        accent=str(organization.branding.get("accent", "")),
        proposal=proposal,
        document=document,
        lines=await proposal_line_items.of_proposal(tx, proposal_id),
        requirements=await rfp_requirements.of_proposal(tx, proposal_id),
        citations=cited,
        sentences=await _sentences(tx, proposal, document, cited),
        made=await agent_runs.behind_draft(tx, proposal_id),
    )


async def present_sentences(tx: Transaction, proposal: Proposal) -> list[SentenceShown]:
    """The judged sentences of a proposal, in their order."""
    document = Document.model_validate(proposal.content)
    return await _sentences(tx, proposal, document, await citations.of_proposal(tx, proposal.id))


async def _sentences(
    tx: Transaction, proposal: Proposal, document: Document, cited: Sequence[Citation]
) -> list[SentenceShown]:
    found = await proposal_sentences.of_proposal(tx, proposal.id)
    answers: dict[str, str] = {}
    if any(one.answers for one in found):
        sha256 = brief_hash(proposal.brief)
        answers = answers_of(await proposal_questions.of_brief(tx, proposal.id, sha256))
    by_number = {one.number: one for one in cited if one.requirement_id is None}
    return [
        SentenceShown(
            sentence=one,
            passages=[by_number[note] for note in _notes(document, one) if note in by_number],
            answers={key: answers[key] for key in one.answers if key in answers},
        )
        for one in found
    ]


def _notes(document: Document, one: ProposalSentence) -> list[int]:
    """The citations that a sentence stands on: as it is in the text, or as it was judged."""
    text = one.wording or one.text
    place = find(document, text, section_id=one.section_id, block=one.block, number=one.number)
    added = [] if one.note is None else [one.note]
    notes = [*one.notes, *added, *([] if place is None else notes_at(document, place))]
    return sorted(set(notes))
