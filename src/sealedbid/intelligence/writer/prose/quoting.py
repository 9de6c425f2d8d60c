"""Citations of a sentence: the words of each source that it names, as they stand there."""

from __future__ import annotations

from sealedbid.content.documents import Sentence
from sealedbid.intelligence.shortening import on_one_line
from sealedbid.intelligence.writer.composer.desk import Desk
from sealedbid.intelligence.writer.composer.words import likeness
from sealedbid.intelligence.writer.prose.checking import Checked
from sealedbid.intelligence.writer.prose.slots import Value
from sealedbid.intelligence.writer.prose.sources import Piece, Shown


def sentence_of(desk: Desk, section_id: str, one: Checked) -> Sentence:
    """The sentence with its notes and the answers of people that it stands on."""
    notes: list[int] = []
    answers: list[str] = []
    for shown in one.cited:
        answers += shown.answers
        notes += shown.notes
        if any(piece.unit or piece.span or piece.line for piece in shown.pieces):
            notes.append(_note(desk, section_id, _piece(shown, one)))
    for value in one.values:
        answers += value.answers
        notes += _of_value(desk, section_id, value)
    return Sentence(
        text=on_one_line(one.text),
        notes=list(dict.fromkeys(notes)),
        answers=list(dict.fromkeys(answers)),
        computed=[value.told for value in one.values],
    )


def _piece(shown: Shown, one: Checked) -> Piece:
    """The sentence of the source that has the anchor; else the one most like what is said."""
    anchor = one.line.anchor.lower()
    for piece in shown.pieces:
        if anchor and anchor in piece.text.lower():
            return piece
    return max(shown.pieces, key=lambda piece: likeness(one.text, piece.text))


def _note(desk: Desk, section_id: str, piece: Piece) -> int:
    if piece.unit is not None:
        return desk.notes.from_unit(section_id, piece.unit)
    if piece.span is not None:
        return desk.notes.from_brief(section_id, piece.span)
    assert piece.line is not None
    return desk.notes.from_line(section_id, piece.line)


def _of_value(desk: Desk, section_id: str, value: Value) -> list[int]:
    spans = [desk.notes.from_brief(section_id, span) for span in value.spans]
    if value.answers:  # the rates of the list are no proof of hours that a person gave
        return spans
    return spans + [desk.notes.from_line(section_id, line) for line in value.lines]
