"""The brief's own number: "RFQ 2026-118"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sealedbid.intelligence.brief.facts.models import Fact
from sealedbid.intelligence.brief.identity.labelled import Named, fact, labelled, named
from sealedbid.intelligence.brief.structure.models import Piece
from sealedbid.intelligence.vocabulary.patterns import pattern

TOP = 60  # it stands among a document's first pieces
CODE = re.compile(r"(?=[^\s,;]*\d)#?\s?([A-Z0-9][\w./-]{1,39}(?:\s?[-/]\s?\d+)?)", re.IGNORECASE)
SEVERAL = "several numbers are given"


def reference(pieces: Sequence[Piece]) -> Fact | None:
    """The number that a label names, or that stands behind "RFP" at the top."""
    given = [
        each
        for each in labelled(pieces, "reference")
        if len(each.text) <= 60 and any(map(str.isdigit, each.text))
    ]
    found = given or list(_written(pieces))
    if not found:
        return None
    different = {each.text.casefold() for each in found}
    return fact("reference", found[0], found[1:], reason=SEVERAL if len(different) > 1 else "")


def _written(pieces: Sequence[Piece]) -> list[Named]:
    """Numbers behind the words that announce one, in the pieces at the top."""
    for piece in pieces[:TOP]:
        for match in _announced().finditer(piece.text):
            code = CODE.match(piece.text, match.end())
            if code is None or re.fullmatch(r"(?:19|20)\d\d|\d{1,2}|[\d.,]+", code[1].rstrip(".")):
                continue
            start, end = code.span(1)
            value = named(piece, start, start + len(piece.text[start:end].rstrip("./-")))
            if value:
                return [value]
    return []


@cache
def _announced() -> re.Pattern[str]:
    words = pattern("identity", "numbered").pattern
    return re.compile(rf"\b(?=[^\W\d_])(?:{words})[ .:]{{1,3}}(?=#?\s?[A-Z0-9])", re.IGNORECASE)
