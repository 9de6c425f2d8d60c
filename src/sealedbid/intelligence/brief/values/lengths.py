"""Counts of units: "4 months", "fourteen (14) pages", "two to three weeks", "a 9-page limit"."""

from __future__ import annotations

import re
from functools import cache
from typing import get_args

from sealedbid.intelligence.brief.facts.values import Amount, Unit
from sealedbid.intelligence.brief.values.models import Read
from sealedbid.intelligence.brief.values.number_words import FILL
from sealedbid.intelligence.vocabulary.loading import spoken, vocabulary

UNITS: tuple[Unit, ...] = get_args(Unit)
COUNT = r"\d{1,3},\d{3}|\d{1,6}"
ADDED = re.compile(r"(?<![\w.,+])(?P<first>\d{1,2})(?:\s?\+\s?\d{1,2}){0,5}\s?\+\s?$")
ADDED_REACH = 30
OR_LESS = r"(?:\s(?:or|oder|ou|o|of)\s(?:fewer|less|more|weniger|moins|menos|minder))?"


@cache
def _form(language: str) -> re.Pattern[str]:
    tables = [vocabulary(known, "lengths") for known in spoken(language)]
    units = "|".join(rf"(?P<{unit}>{'|'.join(table[unit] for table in tables)})" for unit in UNITS)
    between = "|".join(table["between"] for table in tables)
    return re.compile(
        rf"(?<![\w.,:$€£/#-])(?:(?P<one>(?<=for )an?|(?<=of )an?|(?<=is )an?|(?<=within )an?)"
        rf"|(?P<low>{COUNT}){FILL}{{0,60}}(?:\s?\((?P<same>\d{{1,4}}){FILL}{{0,20}}\))?"
        rf"(?:(?:\s?-\s?|\s(?:to|or|bis|oder|a|ou|tot|of)\s)(?P<high>{COUNT}){FILL}{{0,60}})?)"
        rf"{OR_LESS}[\s-](?:(?:{between})[\s-]?){{0,2}}(?:{units})(?![a-z])"
    )


def find_lengths(shadow: str, language: str) -> tuple[Read[Amount], ...]:
    """The counts of units in ``shadow``: folded text with digits for number words."""
    return tuple(_read(match) for match in _form(language).finditer(shadow))


def _read(match: re.Match[str]) -> Read[Amount]:
    unit = next(unit for unit in UNITS if match[unit])
    digits = match["same"] or match["low"] or "1"
    number = int(digits.replace(",", ""))
    high = int(match["high"].replace(",", "")) if match["high"] else 0
    start = match.start()
    first = ADDED.search(match.string, max(0, start - ADDED_REACH), start)
    if first:  # "2+1+1 years": the first is the term, the others may be added
        number, high, start = int(first["first"]), 0, first.start()
    return Read(
        value=Amount(number=number, unit=unit, upper=high if high > number else None),
        start=start,
        end=match.end(),
    )
