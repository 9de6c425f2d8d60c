"""Sums told in cents: "21 cents" are the $0.21 of a source, or its €0.21."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from sealedbid.intelligence.brief.values.number_words import FILL
from sealedbid.intelligence.brief.values.riders import around, period_of, riders
from sealedbid.intelligence.grounding.values.bounds import bound_at
from sealedbid.intelligence.grounding.values.models import Value
from sealedbid.intelligence.grounding.values.nouns import noun
from sealedbid.intelligence.grounding.values.units import unit_of

CENTS = re.compile(
    rf"(?<![\w.,])(?P<number>\d{{1,3}}){FILL}{{0,40}}\s?"
    r"(?:(?P<cents>cents?|centimes?|centimos?|¢)|(?P<pence>pence))(?!\w)"
)
PER = re.compile(r"\s(?:an?|per|pro|je|par|por|le|la|per)\s([a-z]{3,20})\b")
CENTS_BEHIND = re.compile(r"(?:cents?|centimes?|c[eé]ntimos?|¢|pence)\Z")
CENT: Final = "cent"
"""The unit of a sum in cents, whose currency the sentence does not name."""
OF_CENTS: Final = frozenset({"USD", "EUR", "CAD", "AUD", "NZD", CENT})


def find_cents(text: str, shadow: str, language: str) -> Iterator[Value]:
    """The sums in cents of ``shadow``: folded text with digits for words."""
    for match in CENTS.finditer(shadow):
        start, end = match.span()
        behind = PER.match(shadow, end)
        per = period_of(around(shadow, start, end), riders(language))
        if per is None and behind:
            per = noun(behind[1], language)
        yield Value(
            kind="money",
            start=start,
            end=end,
            words=text[start:end],
            number=(Decimal(match["number"]) / 100).normalize(),
            unit="GBP" if match["pence"] else CENT,
            per=unit_of(per) if per else "",
            bound=bound_at(shadow, start, end, language),
        )


def is_cents(value: Value) -> bool:
    """True for a sum that is told in cents or pence."""
    return value.kind == "money" and CENTS_BEHIND.search(value.words.lower()) is not None


def is_same_money(one: str, other: str) -> bool:
    """True if two currencies are the same, or one is that of cents."""
    return one == other or (CENT in (one, other) and {one, other} <= OF_CENTS)
