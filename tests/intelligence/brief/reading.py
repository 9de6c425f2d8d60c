"""Reading briefs as of one day, the day of the cases."""

from __future__ import annotations

from datetime import date

from sealedbid.intelligence.brief import Brief, read_brief
from sealedbid.intelligence.brief.structure.models import Piece
from sealedbid.intelligence.brief.structure.reading import read_pieces

TODAY = date(2026, 11, 26)


def read(text: str) -> Brief:
    """Read a brief on that day."""
    return read_brief(text, today=TODAY)


def pieces(text: str) -> tuple[Piece, ...]:
    """The pieces of a text, each checked to stand where it says."""
    found = read_pieces(text)
    for piece in found:
        assert text[piece.span.start : piece.span.end] == piece.span.text
        assert piece.text == piece.words.text[piece.start : piece.end]
    return found
