"""Units behind a number, as words of five languages, and lengths that are the same."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from sealedbid.intelligence.brief.values.lengths import UNITS
from sealedbid.intelligence.brief.values.riders import Riders
from sealedbid.intelligence.vocabulary.loading import LANGUAGES, spoken, vocabulary

FURTHER = (
    "millisecond", "second", "minute", "quarter", "percent", "square_metre", "metre", "kilometre",
    "mile", "litre", "gallon", "kilogram", "tonne", "kilobyte", "megabyte", "gigabyte", "terabyte",
    "gram", "centimetre", "millimetre", "hectare", "acre",
)  # fmt: skip
FAR = re.compile(r"(?:\s[^\W\d]{1,16}){1,6}")  # words behind a number, up to a mark or a digit
BASE: dict[str, tuple[str, Decimal]] = {
    "millisecond": ("second", Decimal("0.001")),
    "minute": ("second", Decimal(60)),
    "hour": ("second", Decimal(3600)),
    "week": ("day", Decimal(7)),
    "year": ("month", Decimal(12)),
    "quarter": ("month", Decimal(3)),
    "kilometre": ("metre", Decimal(1000)),
    "centimetre": ("metre", Decimal("0.01")),
    "millimetre": ("metre", Decimal("0.001")),
    "kilogram": ("gram", Decimal(1000)),
    "tonne": ("gram", Decimal(1_000_000)),
}


@cache
def unit_pattern(language: str) -> re.Pattern[str]:
    """The pattern of a unit behind a number, words of kind ("business") before it."""
    lengths = [vocabulary(known, "lengths") for known in spoken(language)]
    tables = [vocabulary(known, "units") for known in spoken(language)]
    units: list[tuple[str, list[str]]] = [
        (unit, [table[unit] for table in lengths]) for unit in UNITS
    ]
    units += [(unit, [table[unit] for table in tables]) for unit in FURTHER]
    either = "|".join(rf"(?P<{unit}>{'|'.join(words)})" for unit, words in units)
    working = "|".join(table["working"] for table in tables)
    calendar = "|".join(table["calendar"] for table in tables)
    between = "|".join(table["between"] for table in lengths)
    return re.compile(
        rf"[\s-]{{0,2}}(?:(?:(?P<working>{working})|{calendar}|{between})[\s-]?){{0,2}}"
        rf"(?:{either})(?![a-z])(?:\s(?P<behind>{working})(?![a-z]))?"
    )


def unit_at(shadow: str, end: int, language: str) -> tuple[str, bool, int]:
    """The unit behind ``end``, True for business days, and where it ends; "" for none."""
    found = unit_pattern(language).match(shadow, end)
    if found is None:
        return "", False, end
    unit = next(name for name in (*UNITS, *FURTHER) if found[name])
    working = bool(found["working"] or found["behind"]) or "werkdag" in found[0]
    return unit, working, found.end()


def period_behind(shadow: str, end: int, known: Riders) -> str:
    """The period that stands some words behind a number: "40 boxes of samples a week"."""
    far = FAR.match(shadow, end)
    if far is None:
        return ""
    found = [(name, pattern.search(far[0])) for name, pattern in known.per]
    first = min((m.start(), name) for name, m in found if m) if any(m for _, m in found) else None
    return first[1] if first else ""


@cache
def unit_words(unit: str, language: str) -> re.Pattern[str]:
    """The words of a period ("hour", "month"), also as an adjective and in compounds."""
    known = spoken(language)
    words = [vocabulary(each, "lengths").get(unit, re.escape(unit)) for each in known]
    words += [word for each in known for word in vocabulary(each, "units")["paid"].get(unit, [])]
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)}|{re.escape(unit)}ly)(?!\w)")


@cache
def unit_of(word: str) -> str:
    """The unit that a folded word of any language names; the word itself if it is none."""
    for unit in UNITS:
        if any(re.fullmatch(vocabulary(each, "lengths")[unit], word) for each in LANGUAGES):
            return unit
    return word


def based(number: Decimal, unit: str) -> tuple[Decimal, str]:
    """The length in the unit that others of its kind are measured by: minutes in seconds."""
    base, factor = BASE.get(unit, (unit, Decimal(1)))
    return number * factor, base
