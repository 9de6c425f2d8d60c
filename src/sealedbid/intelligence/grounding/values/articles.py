"""Lengths of one unit: "after a year", "in an hour"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from sealedbid.intelligence.grounding.values.bounds import bound_at
from sealedbid.intelligence.grounding.values.models import Value
from sealedbid.intelligence.grounding.values.units import unit_at

LENGTH_BEFORE = (
    "after|within|in|for|than|of|least|most|nach|innerhalb|binnen|an|dans|en|sous|pendant|apres"
    "|de|durante|tras|despues de|na|voor|lasts?|takes?|dauert|dure|dura|duurt"
)
LENGTHS = ("hour", "day", "week", "month", "year", "minute", "second")


@cache
def single_form(language: str) -> re.Pattern[str]:
    """The article before a unit where it is a length: "after a year"."""
    return re.compile(rf"\b(?:{LENGTH_BEFORE})\s(?P<one>an?|ein|eine[mnrs]?|une?|una?|een)\s")


def find_single(text: str, shadow: str, language: str) -> Iterator[Value]:
    """The lengths whose number is an article."""
    for match in single_form(language).finditer(shadow):
        unit, working, end = unit_at(shadow, match.end() - 1, language)
        if unit in LENGTHS:
            yield Value(
                kind="length",
                start=match.start("one"),
                end=end,
                words=text[match.start("one") : end],
                number=Decimal(1),
                unit=unit,
                working=working,
                bound=bound_at(shadow, match.start("one"), end, language),
            )
