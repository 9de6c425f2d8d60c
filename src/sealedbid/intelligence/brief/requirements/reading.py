"""Requirements: sentences that oblige the bidder, items that a lead-in obliges, rows of tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from sealedbid.intelligence.brief.models import Requirement, RequirementLevel
from sealedbid.intelligence.brief.requirements.duty import Duty
from sealedbid.intelligence.brief.requirements.found import Found
from sealedbid.intelligence.brief.requirements.parties import Parties
from sealedbid.intelligence.brief.requirements.prose import Prose
from sealedbid.intelligence.brief.requirements.refs import Refs
from sealedbid.intelligence.brief.requirements.rows import Row, is_measured, number, row
from sealedbid.intelligence.brief.requirements.wording import described
from sealedbid.intelligence.brief.requirements.words import Words
from sealedbid.intelligence.brief.structure.columns import LONGEST_HEADER, role
from sealedbid.intelligence.brief.structure.models import Piece
from sealedbid.intelligence.brief.structure.sentences import sentences

SHORT = 6  # words of a cell that only names what a date is for


def requirements(
    pieces: Iterable[Piece], parties: Parties, words: Words | None
) -> tuple[Requirement, ...]:
    """The requirements among the pieces of a text, in its order.

    ``words`` None: the language is not read, so only tables are. A lead-in is left out where its
    items say all.
    """
    refs = Refs()
    prose = Prose(parties, words) if words else None
    found = list(_all(pieces, prose))
    led = {each.lead for each in found if each.lead is not None}
    kept = (each for each in found if not (each.leads and each.at in led))
    return tuple(described(each, refs, words) for each in kept)


def _all(pieces: Iterable[Piece], prose: Prose | None) -> Iterator[Found]:
    for (table, line), group in groupby(pieces, key=lambda each: (each.table, each.line)):
        theirs = [each for each in group if each.speaker == "client"]
        if table and line and theirs:
            asked = row(theirs)
            if asked is not None:
                yield from (_of_row(each, prose) for each in asked if each.level != "none")
            elif prose is not None:
                yield from _of_cells(theirs, prose)
        elif prose is not None:
            for piece in theirs:
                if not piece.header:
                    yield from prose.read(piece)
                elif len(piece.text) > LONGEST_HEADER:  # a rule for the column's cells
                    yield from _of_cells([piece], prose)


def _of_row(asked: Row, prose: Prose | None) -> Found:
    piece, level = asked.piece, asked.level
    given: RequirementLevel = "must"
    if level in {"should", "may"}:
        given = "should" if level == "should" else "may"
    elif level is None and prose is not None and not asked.question:
        given = "should" if prose.duty_of(piece.text) is Duty.SHOULD else "must"
    return Found(
        piece=piece,
        start=0,
        end=len(piece.text),
        level=given,
        ref=asked.ref,
        heading=asked.name or piece.heading,
        apart="question" if asked.question else "",
    )


def _of_cells(cells: list[Piece], prose: Prose) -> Iterator[Found]:
    """Find what the sentences in a row ask that no header explains."""
    if not cells[0].header and is_measured(cells):
        return
    ref = "" if cells[0].header else number(cells)
    dated = any(role(head) == "date" for head, _ in cells[0].row)
    for cell in cells:
        for start, end in sentences(cell.text):
            if dated and len(cell.text[start:end].split()) <= SHORT:
                continue  # what a date is for
            yield from prose.read_cell(cell, start, end, ref=ref)
