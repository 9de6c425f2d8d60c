"""The citations of a draft as it is being written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sealedbid.content.documents import Block, Document
from sealedbid.intelligence.brief import Span
from sealedbid.intelligence.writer.composer.shelf import Unit
from sealedbid.intelligence.writer.models import Line, Note


class Notes:
    """Numbers quotes from 1, each once, in the order in which they are first used."""

    def __init__(self) -> None:
        self._notes: dict[tuple[str, str], Note] = {}

    def from_brief(self, section_id: str, span: Span) -> int:
        """Number words of the brief."""
        return self._add(
            ("brief", str(span.start)),
            Note(
                number=0,
                section_id=section_id,
                source_kind="brief",
                quote=span.text,
                source_title="Your brief",
                position=span.start,
            ),
        )

    def from_unit(self, section_id: str, unit: Unit) -> int:
        """Number sentences of a passage."""
        match = unit.match
        return self._add(
            (str(match.id), unit.quote),
            Note(
                number=0,
                section_id=section_id,
                source_kind="knowledge",
                quote=unit.quote,
                source_title=match.source_title,
                heading=match.heading,
                org_brain_id=match.id,
                score=round(match.score, 4) or None,
            ),
        )

    def from_line(self, section_id: str, line: Line) -> int:
        """Number a service of the price list. Its line has a service."""
        return self._add(
            ("service", str(line.service_id)),
            Note(
                number=0,
                section_id=section_id,
                source_kind="service",
                quote=line.description or line.label,
                source_title=line.label,
                service_id=line.service_id,
            ),
        )

    def numbered(self, number: int) -> Note:
        """Return the note of a number that was given."""
        return next(note for note in self._notes.values() if note.number == number)

    def used_by(self, document: Document) -> tuple[tuple[Note, ...], Document]:
        """Return the notes that the document has, numbered anew in its order, and the document."""
        order: dict[int, int] = {}
        for section in document.sections:
            for block in section.blocks:
                for number in block.notes:
                    order.setdefault(number, len(order) + 1)
        sections = [
            section.model_copy(
                update={"blocks": [_renumbered(block, order) for block in section.blocks]}
            )
            for section in document.sections
        ]
        by_number = {note.number: note for note in self._notes.values()}
        notes = tuple(
            replace(by_number[old], number=new)
            for old, new in sorted(order.items(), key=lambda pair: pair[1])
        )
        return notes, document.model_copy(update={"sections": sections})

    def _add(self, key: tuple[str, str], note: Note) -> int:
        if key not in self._notes:
            self._notes[key] = replace(note, number=len(self._notes) + 1)
        return self._notes[key].number


def _renumbered(block: Block, order: Mapping[int, int]) -> Block:
    sentences = [
        one.model_copy(update={"notes": [order[n] for n in one.notes]}) for one in block.sentences
    ]
    notes = [order[n] for n in block.notes]
    return block.model_copy(update={"notes": notes, "sentences": sentences})
