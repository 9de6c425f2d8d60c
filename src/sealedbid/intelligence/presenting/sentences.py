"""Judged sentences as they are shown, with the passages that they cite beside them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from sealedbid.content.documents import Document
from sealedbid.content.models import Proposal
from sealedbid.content.sentences import find, is_computed, notes_at
from sealedbid.core.models import Organization
from sealedbid.intelligence.asking.hashing import brief_hash
from sealedbid.intelligence.asking.rows import answers_of
from sealedbid.intelligence.brief.language import language_of
from sealedbid.intelligence.grounding.judging import judge
from sealedbid.intelligence.grounding.models import Judged, Source, SourceOf
from sealedbid.intelligence.models import Citation, ProposalSentence, SourceKind
from sealedbid.intelligence.repository import citations, proposal_questions, proposal_sentences
from sealedbid.platform.postgres import Transaction

_OF: Final[dict[SourceKind, SourceOf]] = {
    "brief": "brief",
    "knowledge": "knowledge",
    "service": "service",
    "prospect": "knowledge",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceShown:
    """A judged sentence with the passages that it cites beside it.

    ``answers`` are those of people that it stands on, by their keys; ``is_computed`` says that code
    made it of facts and answers. ``again`` is the verdict on a sentence that a person rewrote, or
    gave a source: it says what a person should look at, and holds nothing back.
    """

    sentence: ProposalSentence
    passages: list[Citation]
    answers: dict[str, str]
    is_computed: bool = False
    again: Judged | None = None

    @property
    def text(self) -> str:
        """The sentence as it is in the text now, or was before it was taken out."""
        return self.sentence.wording or self.sentence.text

    @property
    def is_open(self) -> bool:
        """True if a person should look at it: weak or unsupported, and nobody has resolved it."""
        return self.sentence.verdict != "supported" and self.sentence.resolution is None

    @property
    def is_doubted(self) -> bool:
        """True if a person resolved it, and what it cites does not say it as it is now."""
        return self.again is not None and self.again.verdict != "supported"

    @property
    def holds_back(self) -> bool:
        """True if the proposal is not ready because of it."""
        return self.sentence.verdict == "unsupported" and self.sentence.resolution is None


async def present_sentences(
    tx: Transaction, proposal: Proposal, organization: Organization
) -> list[SentenceShown]:
    """Return the judged sentences of a proposal, in their order."""
    found = await proposal_sentences.of_proposal(tx, proposal.id)
    if not found:
        return []
    document = Document.model_validate(proposal.content)
    answers: dict[str, str] = {}
    if any(one.answers for one in found):
        sha256 = brief_hash(proposal.brief)
        answers = answers_of(await proposal_questions.of_brief(tx, proposal.id, sha256))
    cited = await citations.of_proposal(tx, proposal.id)
    by_number = {one.number: one for one in cited if one.requirement_id is None}
    known = (organization.name, proposal.client_name)
    language = language_of("\n".join(one.text for one in found)) or organization.locale
    return [_shown(one, document, by_number, answers, language, known) for one in found]


def _shown(
    one: ProposalSentence,
    document: Document,
    by_number: Mapping[int, Citation],
    answers: Mapping[str, str],
    language: str,
    known: Collection[str],
) -> SentenceShown:
    text = one.wording or one.text
    place = find(document, text, section_id=one.section_id, block=one.block, number=one.number)
    added = [] if one.note is None else [one.note]
    notes = {*one.notes, *added, *([] if place is None else notes_at(document, place))}
    passages = [by_number[note] for note in sorted(notes) if note in by_number]
    said = {key: answers[key] for key in one.answers if key in answers}
    again = None
    if one.wording is not None or one.resolution == "sourced":
        sources = [*map(_source, passages), *(_answer(key, text) for key, text in said.items())]
        again = judge(text, sources, given=sources, language=language, known=known)
    return SentenceShown(
        sentence=one,
        passages=passages,
        answers=said,
        is_computed=place is not None and is_computed(document, place),
        again=again,
    )


def _source(one: Citation) -> Source:
    return Source(
        id=f"N{one.number}", of=_OF[one.source_kind], title=one.source_title, text=one.quote
    )


def _answer(key: str, text: str) -> Source:
    return Source(id=key, of="answer", title=key, text=text)
