"""Labels of pieces: the words before a colon, and the short line above."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sealedbid.intelligence.brief.structure.models import Piece

COLON = re.compile(r"[\W_]{0,4}(?P<label>[^\W_][^:：.!?\n]{0,78}?)\s?[:：](?=\s*\S)(?!//|\d)")
MOST_WORDS = 9


def labelled(found: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, those outside of tables with their labels."""
    above = ""  # the short line before
    for piece in found:
        if piece.kind in {"cell", "heading"}:
            above = _above(piece) if piece.stressed else ""
            yield piece
            continue
        match = COLON.match(piece.text)
        own = match["label"] if match and len(match["label"].split()) <= MOST_WORDS else ""
        if own and piece.text.rstrip().endswith((":", "：")):
            own = ""
        if own or above:
            piece = replace(piece, label=own or above)
        yield piece
        above = _above(piece) if not own else ""


def _above(piece: Piece) -> str:
    """The label that a line is for the one below it; empty for a sentence."""
    words = piece.text.strip(" :：*_")
    if piece.text.endswith(","):  # "Hi there,"
        return ""
    if piece.whole or len(words.split()) > MOST_WORDS or not words[:1].isalnum():
        return ""
    return words if not any(map(str.isdigit, words)) else ""
