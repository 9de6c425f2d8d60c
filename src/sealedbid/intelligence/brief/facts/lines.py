"""Pieces with the values in them: what all readers of facts look at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from sealedbid.intelligence.brief.facts.values import Amount, Moment
from sealedbid.intelligence.brief.models import Span
from sealedbid.intelligence.brief.structure.models import Piece
from sealedbid.intelligence.brief.values.currencies import currencies
from sealedbid.intelligence.brief.values.lengths import find_lengths
from sealedbid.intelligence.brief.values.models import Read
from sealedbid.intelligence.brief.values.moments import Run, run_of, settled
from sealedbid.intelligence.brief.values.number_words import digits_for_words
from sealedbid.intelligence.brief.values.sums import Sum, find_sums
from sealedbid.intelligence.vocabulary.folding import fold

LONGEST = 5_000  # characters of a piece that are read for values: no sentence is longer
COUNTED = re.compile(r"\d|\b(?:for|of|is|within) an? ")
# A currency that a label names for its numbers.
CURRENCY = re.compile(
    r"(?:[(\[]\s?(?:in\s)?|\bin\s|^|\s)(?P<code>[a-z]{3}|[€£₹])\s?(?:[)\]]|$|\s?\|)"
)
MINOR = 2  # decimals of a sum whose currency nothing beside it says


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A piece, folded, with its values.

    ``label`` are the words that label it: its own label, its row's first cell, its column's header;
    ``heading`` are the two nearest headings. ``order`` is its place in the text.
    """

    piece: Piece
    order: int
    folded: str
    label: str
    heading: str
    moments: tuple[Read[Moment], ...] = ()
    sums: tuple[Sum, ...] = ()
    lengths: tuple[Read[Amount], ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The place of a part of it in the source."""
        return self.piece.span_of(start, end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A line whose dates are not settled yet."""

    line: Line
    run: Run


def drafts(pieces: Sequence[Piece], language: str) -> tuple[Draft, ...]:
    """Find the values in the client's own pieces."""
    return tuple(
        _draft(piece, order, language)
        for order, piece in enumerate(pieces)
        if piece.speaker == "client"
    )


def lines(
    found: Sequence[Draft], *, language: str, since: date, since_name: str
) -> tuple[Line, ...]:
    """Settle the dates: a day without a year is read from ``since`` on."""
    moments = settled(
        [each.run for each in found], language=language, since=since, since_name=since_name
    )
    return tuple(
        Line(
            piece=each.line.piece,
            order=each.line.order,
            folded=each.line.folded,
            label=each.line.label,
            heading=each.line.heading,
            moments=read,
            sums=each.line.sums,
            lengths=each.line.lengths,
        )
        for each, read in zip(found, moments, strict=True)
    )


def _draft(piece: Piece, order: int, language: str) -> Draft:
    text = piece.text[:LONGEST]
    run = run_of(text, " | ".join(cell for _, cell in piece.row if cell != piece.text)[:LONGEST])
    shadow = digits_for_words(text, language)
    label = _label(piece)
    counted = COUNTED.search(shadow) is not None
    taken = [(written.start, written.end) for written in run.dates]

    def free(start: int, end: int) -> bool:
        return not any(start < stop and begin < end for begin, stop in taken)

    return Draft(
        run=run,
        line=Line(
            piece=piece,
            order=order,
            folded=run.folded,
            label=label,
            heading=_heading(piece.headings[-2:]),
            sums=tuple(
                _in_currency(each, label)
                for each in (find_sums(shadow, language) if counted else ())
                if free(each.read.start, each.read.end)
            ),
            lengths=find_lengths(shadow, language) if counted else (),
        ),
    )


def _in_currency(each: Sum, label: str) -> Sum:
    """A sum in the currency that its column or its label names: "Amount (CAD)", "Cost in EUR"."""
    value = each.read.value
    match = CURRENCY.search(label) if value is not None and value.currency is None else None
    if match is None or value is None:
        return each
    code = currencies().code(match["code"])
    if code not in currencies().codes or currencies().minor_digits(code) != MINOR:
        return each
    return Sum(
        read=replace(each.read, value=value.model_copy(update={"currency": code})), shown=True
    )


@lru_cache(maxsize=64)
def _heading(headings: tuple[str, ...]) -> str:
    return fold(" | ".join(headings))


def _label(piece: Piece) -> str:
    if not (piece.label or piece.row):
        return ""
    words = [piece.label]
    if piece.row and not piece.header:
        words += [header for header, text in piece.row if text == piece.text]
        words += [text for _, text in piece.row[:1] if text != piece.text]
    return fold(" | ".join(dict.fromkeys(word for word in words if word)))
