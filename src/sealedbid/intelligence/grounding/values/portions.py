"""Lengths told as parts of a unit: "half an hour" is 30 minutes, "anderthalb Jahre" 18 months."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Final

from sealedbid.intelligence.grounding.values.bounds import bound_at
from sealedbid.intelligence.grounding.values.models import Value
from sealedbid.intelligence.vocabulary.loading import spoken, vocabulary

PORTION: Final = "portion"
"""Tells a length whose number is not written."""


def find_portions(text: str, folded: str, language: str) -> Iterator[Value]:
    """The lengths in ``folded`` that are written without a number of their unit."""
    pattern, lengths = _form(language)
    for match in pattern.finditer(folded):
        number, unit = lengths[int(str(match.lastgroup)[1:])]
        yield Value(
            kind="length",
            start=match.start(),
            end=match.end(),
            words=text[match.start() : match.end()],
            number=number,
            unit=unit,
            code=PORTION,
            bound=bound_at(folded, match.start(), match.end(), language),
        )


@cache
def _form(language: str) -> tuple[re.Pattern[str], list[tuple[Decimal, str]]]:
    """A pattern with a group for each length, and what the groups are worth."""
    lengths: list[tuple[Decimal, str]] = []
    groups: list[str] = []
    for known in spoken(language):
        for length, words in vocabulary(known, "units")["portions"].items():
            number, unit = length.split()
            groups.append(rf"(?P<p{len(lengths)}>{'|'.join(words)})")
            lengths.append((Decimal(number), unit))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(groups)})(?!\w)"), lengths
