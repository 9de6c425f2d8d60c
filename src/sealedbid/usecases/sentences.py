"""Resolving sentences of a draft: rewritten, given a source, answered for or taken out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from sealedbid.content import sentences
from sealedbid.content.documents import Document
from sealedbid.content.models import Proposal
from sealedbid.content.repository import proposal_versions, proposals
from sealedbid.content.sentences import Place
from sealedbid.core.repository import organizations
from sealedbid.intelligence.errors import (
    NotADraftError,
    SentenceGoneError,
    SentenceResolvedError,
    UnknownSentenceError,
)
from sealedbid.intelligence.models import Match
from sealedbid.intelligence.presenting import SentenceShown, present_sentences
from sealedbid.intelligence.repository import citations, sentence_resolutions
from sealedbid.platform.errors import StateChangedError, ValueRefusedError
from sealedbid.platform.postgres import Transaction
from sealedbid.system.audit_log.repository import audit_log
from sealedbid.usecases.answering import STILL_WRITTEN
from sealedbid.usecases.citing import quote_in
from sealedbid.usecases.finding import get_proposal

RESOLVED: Final = "proposal.sentence_resolved"
LONGEST: Final = 20_000  # characters of a sentence or a quote, as the database has them


async def read_sentences(tx: Transaction, proposal_id: UUID) -> list[SentenceShown]:
    """Return the judged sentences in their order, each with the passages that it cites.

    Raises UnknownProposalError.
    """
    return await _sentences(tx, await get_proposal(tx, proposal_id))


async def read_sentence(tx: Transaction, proposal_id: UUID, number: int) -> SentenceShown:
    """Return one judged sentence by its number.

    Raises UnknownProposalError, UnknownSentenceError.
    """
    return _numbered(await read_sentences(tx, proposal_id), number)


async def vouch(tx: Transaction, proposal_id: UUID, number: int, *, reason: str = "") -> None:
    """Answer for a sentence as it is: the person does, and not a source.

    Raises UnknownSentenceError, SentenceResolvedError, NotADraftError.
    """
    _, shown = await _editable(tx, proposal_id, number)
    if shown.sentence.verdict == "supported":
        raise SentenceResolvedError(f"Sentence {number} is supported: nobody has to answer for it.")
    if shown.sentence.resolution is not None:
        raise SentenceResolvedError(
            f"Sentence {number} was {shown.sentence.resolution} already: nothing holds it back."
        )
    await sentence_resolutions.resolve(
        tx, shown.sentence.id, "vouched", reason=" ".join(reason.split())
    )
    await _record(tx, proposal_id, number, "vouched")


async def take_back(tx: Transaction, proposal_id: UUID, number: int) -> None:
    """Answer for a sentence no longer: it is open again.

    Raises UnknownSentenceError, SentenceResolvedError, NotADraftError.
    """
    _, shown = await _editable(tx, proposal_id, number)
    if shown.sentence.resolution != "vouched":
        raise SentenceResolvedError(f"Nobody answers for sentence {number}.")
    await sentence_resolutions.clear(tx, shown.sentence.id)
    await _record(tx, proposal_id, number, "open")


async def rewrite(tx: Transaction, proposal_id: UUID, number: int, text: str) -> SentenceShown:
    """Put a person's words in place of a sentence; its citations stay, and it is judged again.

    Raises UnknownSentenceError, SentenceGoneError, SentenceResolvedError, ValueRefusedError,
    NotADraftError, and StateChangedError if somebody else edits the text at the same moment.
    """
    wording = " ".join(text.split())
    if not 0 < len(wording) <= LONGEST:
        raise ValueRefusedError(
            f"Give the sentence 1 to {LONGEST:,} characters; `sealedbid proposals take-out` takes "
            "it out.",
            field="text",
        )
    proposal, shown = await _editable(tx, proposal_id, number)
    if wording == " ".join(shown.text.split()):
        raise SentenceResolvedError(f"Sentence {number} reads so already: nothing was changed.")
    document, place = _placed(proposal, shown)
    await _write(tx, proposal, sentences.rewrite(document, place, shown.text, wording))
    await sentence_resolutions.resolve(tx, shown.sentence.id, "rewritten", wording=wording)
    await _record(tx, proposal_id, number, "rewritten")
    return await read_sentence(tx, proposal_id, number)


async def take_out(tx: Transaction, proposal_id: UUID, number: int) -> None:
    """Take a sentence out of the text.

    Raises UnknownSentenceError, SentenceGoneError, NotADraftError, and StateChangedError if
    somebody else edits the text at the same moment.
    """
    proposal, shown = await _editable(tx, proposal_id, number)
    document, place = _placed(proposal, shown)
    await _write(tx, proposal, sentences.remove(document, place, shown.text))
    await sentence_resolutions.resolve(tx, shown.sentence.id, "removed")
    await _record(tx, proposal_id, number, "removed")


async def cite(
    tx: Transaction, proposal_id: UUID, number: int, passage: Match, quote: str | None = None
) -> SentenceShown:
    """Let a sentence stand on a passage of the knowledge too; it is judged again.

    ``quote`` is a part of the passage, word for word; None means all of it. Raises
    UnknownSentenceError, SentenceGoneError, SentenceResolvedError, NotInPassageError,
    NotADraftError, and StateChangedError if somebody else edits the text at the same moment.
    """
    proposal, shown = await _editable(tx, proposal_id, number)
    said = passage.content_text if quote is None else quote_in(passage, quote)
    document, place = _placed(proposal, shown)
    if any((p.org_brain_id, p.quote) == (passage.id, said) for p in shown.passages):
        raise SentenceResolvedError(f"Sentence {number} cites this passage already.")
    section_id = shown.sentence.section_id
    note = await citations.cite(tx, proposal_id, passage, said, section_id=section_id)
    await _write(tx, proposal, sentences.add_note(document, place, note))
    wording = shown.sentence.wording
    await sentence_resolutions.resolve(tx, shown.sentence.id, "sourced", wording=wording, note=note)
    await _record(tx, proposal_id, number, "sourced")
    return await read_sentence(tx, proposal_id, number)


async def _editable(
    tx: Transaction, proposal_id: UUID, number: int
) -> tuple[Proposal, SentenceShown]:
    proposal = await get_proposal(tx, proposal_id)
    if proposal.status not in STILL_WRITTEN:
        raise NotADraftError(proposal.status)
    return proposal, _numbered(await _sentences(tx, proposal), number)


async def _sentences(tx: Transaction, proposal: Proposal) -> list[SentenceShown]:
    organization = await organizations.get(tx)
    assert organization is not None  # the transaction is in it
    return await present_sentences(tx, proposal, organization)


def _numbered(found: Sequence[SentenceShown], number: int) -> SentenceShown:
    for one in found:
        if one.sentence.position == number:
            return one
    raise UnknownSentenceError(number, len(found))


def _placed(proposal: Proposal, shown: SentenceShown) -> tuple[Document, Place]:
    document, one = Document.model_validate(proposal.content), shown.sentence
    place = sentences.find(
        document, shown.text, section_id=one.section_id, block=one.block, number=one.number
    )
    if place is None or one.resolution == "removed":
        raise SentenceGoneError(one.position)
    return document, place


async def _write(tx: Transaction, proposal: Proposal, document: Document) -> None:
    """Store the text; what it was before is kept as a version."""
    await proposal_versions.freeze_edits(tx, proposal.id)
    written = await proposals.write(
        tx,
        proposal.id,
        lock_version=proposal.lock_version,
        title=proposal.title,
        content=document.model_dump(mode="json"),
        brain_status=proposal.brain_status,
    )
    if not written:
        raise StateChangedError("Somebody else edits the proposal: read it again, and try again.")


async def _record(tx: Transaction, proposal_id: UUID, number: int, state: str) -> None:
    await audit_log.record(
        tx,
        RESOLVED,
        resource_type="proposals",
        resource_id=str(proposal_id),
        detail={"sentence": number, "resolution": state},
    )
