"""Judges the sentences of one block of a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sealedbid.content.documents import Block, Sentence
from sealedbid.intelligence.brief.structure.sentences import sentences
from sealedbid.intelligence.grounding.judging import judge, unknown
from sealedbid.intelligence.grounding.models import Judged, Reason, Source
from sealedbid.intelligence.reviewing.models import JudgedSentence
from sealedbid.intelligence.reviewing.quoting import are_terms, is_word_for_word
from sealedbid.intelligence.reviewing.sources import Shelf
from sealedbid.intelligence.reviewing.tokens import Known

SUPPORTED = Judged(verdict="supported")


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Everything that a draft is judged by; ``names`` need no source."""

    shelf: Shelf
    given: Sequence[Source]
    known: Known
    names: Sequence[str]
    language: str


def judge_block(block: Block, section_id: str, number: int, desk: Desk) -> Iterator[JudgedSentence]:
    """Judge the sentences of a block, or the rows of a table; name a heading only if it fails."""
    parts = _parts(block)
    for place, part in enumerate(parts):
        before = parts[place - 1].text if place else ""
        after = parts[place + 1].text if place + 1 < len(parts) else ""
        judged = _judged(block, part, (before, after), desk)
        if block.kind == "heading" and judged.verdict == "supported":
            continue
        yield JudgedSentence(
            section_id=section_id,
            block=number,
            number=place,
            text=part.text,
            verdict=judged.verdict,
            reasons=judged.reasons,
            notes=tuple(part.notes),
            answers=tuple(part.answers),
        )


def _parts(block: Block) -> list[Sentence]:
    """The sentences of a block, each with what it stands on; of a table, its rows."""
    if block.table is not None:
        rows = [" | ".join(cell for cell in row if cell) for row in block.table.rows]
        return [Sentence(text=row, notes=block.notes, answers=block.answers) for row in rows if row]
    if block.sentences:
        return block.sentences
    if block.kind == "heading" or block.computed:
        return [Sentence(text=block.text, notes=block.notes, answers=block.answers)]
    return [
        Sentence(text=block.text[start:end], notes=block.notes, answers=block.answers)
        for start, end in sentences(block.text)
    ]


def _judged(block: Block, part: Sentence, around: tuple[str, str], desk: Desk) -> Judged:
    shelf = desk.shelf
    missing = [unknown(key) for key in part.answers if shelf.of_answer(key) is None]
    missing += [unknown(f"[{number}]") for number in part.notes if shelf.of_note(number) is None]
    missing += [
        Reason(
            fault="anchor",
            what=shelf.notes[number].quote,
            why="the quote is not in its source, word for word",
        )
        for number in part.notes
        if number in shelf.notes and shelf.of_note(number) and not shelf.is_quoted(number)
    ]
    if missing:
        return Judged(verdict="unsupported", reasons=tuple(missing))
    if block.computed or block.table is not None or block.kind == "heading":
        return _looked_up(part.text, desk, computed=block.computed)
    if block.sentences:
        return _by_sources(part, around, desk)
    return _as_a_whole(block, part, around, desk)


def _by_sources(part: Sentence, around: tuple[str, str], desk: Desk) -> Judged:
    """Judge a sentence that names its own sources."""
    quotes = [desk.shelf.notes[number].quote for number in part.notes]
    if quotes and is_word_for_word(part.text, quotes):
        return SUPPORTED
    return _judge(part.text, _cited(part, desk.shelf), around, desk)


def _as_a_whole(block: Block, part: Sentence, around: tuple[str, str], desk: Desk) -> Judged:
    """Judge a sentence of a block of which all stands on all of its sources.

    It may join what several passages of a page say, and a person's words are that person's.
    """
    quotes = [desk.shelf.notes[number].quote for number in block.notes]
    quotes += [desk.shelf.answers[key] for key in block.answers]
    if is_word_for_word(part.text, quotes):
        return SUPPORTED
    if block.answers and not block.notes:
        return _looked_up(part.text, desk, computed=False)
    pages = [source for number in block.notes for source in desk.shelf.page_of(number)]
    cited = [*_cited(part, desk.shelf), *pages]
    said = "\n".join([desk.shelf.brief, *(f"{one.title}\n{one.text}" for one in cited)])
    if are_terms(part.text, said):
        return SUPPORTED
    return _judge(part.text, list({one.id: one for one in cited}.values()), around, desk)


def _cited(part: Sentence, shelf: Shelf) -> list[Source]:
    found = [shelf.of_note(number) for number in part.notes]
    found += [shelf.of_answer(key) for key in part.answers]
    values = [one for one in part.computed if one.partition(": ")[2] in part.text]
    return [
        *(one for one in found if one is not None),
        *(Source(id=value, of="computed", title="", text=value) for value in values),
    ]


def _judge(text: str, cited: Sequence[Source], around: tuple[str, str], desk: Desk) -> Judged:
    return judge(
        text,
        cited,
        given=desk.given,
        language=desk.language,
        known=desk.names,
        before=around[0],
        after=around[1],
    )


def _looked_up(text: str, desk: Desk, *, computed: bool) -> Judged:
    """Look figures and names up in all sources of the draft."""
    missing = desk.known.missing(text, computed=computed)
    if not missing:
        return SUPPORTED
    return Judged(
        verdict="unsupported",
        reasons=tuple(
            Reason(
                fault="number" if one[:1].isdigit() else "name",
                what=one,
                why="this is in no source of the draft",
            )
            for one in dict.fromkeys(missing)
        ),
    )
