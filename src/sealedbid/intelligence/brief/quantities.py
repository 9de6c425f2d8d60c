"""Durations and countable units: "4 months", "fourteen (14) page templates", "9-page limit"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import get_args

from sealedbid.intelligence.brief.models import Quantity, Unit
from sealedbid.intelligence.brief.structure.models import Piece

WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
NUMBERS = {word: value for value, word in enumerate(WORDS.split(" "), 1)} | {
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
}
UNITS: dict[str, Unit] = {unit: unit for unit in get_args(Unit)}
QUANTITY = re.compile(
    rf"(?<![\w.,$€£-])(?:(?P<digits>\d{{1,3}}(?:,\d{{3}})|\d{{1,6}})"
    rf"|(?P<word>{'|'.join(sorted(NUMBERS, key=len, reverse=True))})(?:\s\((?P<same>\d{{1,4}})\))?)"
    rf"(?:\sor (?:fewer|less|more))?[\s-](?:(?:calendar|business|working|full|consecutive)\s)?"
    rf"(?P<unit>week|month|day|hour|page|year)s?(?![a-z])",
    re.IGNORECASE,
)


def quantities(found: Iterable[Piece]) -> tuple[Quantity, ...]:
    """The quantities in the statements of a text."""
    return tuple(quantity for statement in found for quantity in _quantities(statement))


def _quantities(statement: Piece) -> Iterator[Quantity]:
    text = statement.text
    for match in QUANTITY.finditer(text):
        digits = match["digits"] or match["same"]
        value = int(digits.replace(",", "")) if digits else NUMBERS[match["word"].lower()]
        yield Quantity(
            span=statement.span_of(match.start(), match.end()),
            value=value,
            unit=UNITS[match["unit"].lower()],
            what=statement.text,
        )
