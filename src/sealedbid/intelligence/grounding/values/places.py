"""Places in a row and parts of a whole: "the second", "a third", "half", "twice"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from sealedbid.intelligence.grounding.values.models import Value
from sealedbid.intelligence.grounding.values.nouns import heads_at
from sealedbid.intelligence.grounding.values.units import unit_at
from sealedbid.intelligence.vocabulary.calendar_words import either
from sealedbid.intelligence.vocabulary.loading import spoken, vocabulary

TIME = r"\s(?:wochen?|monate?n?|jahre?n?)\b"  # "jede zweite Woche" is no half


@cache
def _form(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern of the words for places and parts, and what each one is worth."""
    worth: dict[str, str] = {}
    for known in spoken(language):
        table = vocabulary(known, "parts")
        for kind in ("ordinal", "share"):
            for number, words in table[kind].items():
                worth |= dict.fromkeys(words, f"{kind} {number}")
    digits = r"(?P<digits>\d{1,2})(?:st|nd|rd|th)"
    return re.compile(rf"(?<![\w-])(?:{either(worth)}|{digits})(?!\w|{TIME})"), worth


def find_places(text: str, shadow: str, language: str) -> Iterator[Value]:
    """Words for places from the second on, and for parts."""
    pattern, worth = _form(language)
    for match in pattern.finditer(shadow):
        start, end = match.span()
        kind, number = ("ordinal", match["digits"]) if match["digits"] else worth[match[0]].split()
        unit, working, _ = unit_at(shadow, end, language)
        yield Value(
            kind="ordinal" if kind == "ordinal" else "share",
            start=start,
            end=end,
            words=text[start:end],
            number=Decimal(number),
            heads=heads_at(text, end, language),
            unit=unit if kind == "ordinal" else "",
            working=working and kind == "ordinal",
        )
