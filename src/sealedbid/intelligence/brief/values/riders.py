"""The words around a sum that add to it: a bound, a period, tax."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sealedbid.intelligence.brief.facts.values import Bound, TaxSaid
from sealedbid.intelligence.vocabulary.loading import spoken, vocabulary

BEFORE, BEHIND, FAR = 48, 30, 110
ABBREVIATION = "".join(
    rf"(?<!\b{word})"
    for word in (
        "excl",
        "exkl",
        "incl",
        "inkl",
        "zzgl",
        "einschl",
        "gesetzl",
        "max",
        "ca",
        "ex",
        "min",
        "mwst",
        "ust",
        "mio",
        "tk",
        "rs",
        "approx",
        "est",
    )
)
CLAUSE = re.compile(rf"{ABBREVIATION}[.;!?](?:\s|$)|,\s(?:of which|davon|dont|and|und|but)\b")


# Another sum: what is said behind it is said of that one.
ANOTHER = re.compile(r"[€£$₹]\s?\d|\b(?:eur|usd|gbp|chf|inr|rs\.?)\s?\d|\d\s?(?:[€£]|eur\b|k\b)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Riders:
    """Words for bounds, periods and tax in the languages of a text."""

    ceiling: re.Pattern[str]
    estimate: re.Pattern[str]
    on_top: re.Pattern[str]
    included: re.Pattern[str]
    per: tuple[tuple[str, re.Pattern[str]], ...]


@cache
def riders(language: str) -> Riders:
    """The words in ``language`` and English."""
    tables = [vocabulary(known, "money") for known in spoken(language)]

    def pattern(concern: str) -> re.Pattern[str]:
        words = "|".join(word for table in tables for word in table[concern])
        return re.compile(rf"(?<!\w)(?:{words})(?!\w)")

    periods = ("month", "year", "hour", "day", "week")
    return Riders(
        ceiling=pattern("ceiling"),
        estimate=pattern("estimate"),
        on_top=pattern("on_top"),
        included=pattern("included"),
        per=tuple(
            (name, re.compile("|".join(word for table in tables for word in table["per"][name])))
            for name in periods
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """The words of a sum's clause, before it and behind it, folded."""

    before: str
    behind: str


def around(folded: str, start: int, end: int, low: int = 0, high: int | None = None) -> Around:
    """The clause around ``folded[start:end]``, between ``low`` and ``high``."""
    before = folded[max(low, start - BEFORE) : start]
    cut = max((match.end() for match in CLAUSE.finditer(before)), default=0)
    behind = folded[end : min(high if high is not None else len(folded), end + FAR)]
    stop = min(
        (match for match in (CLAUSE.search(behind), ANOTHER.search(behind)) if match),
        key=lambda match: match.start(),
        default=None,
    )
    return Around(before=before[cut:], behind=behind[: stop.start()] if stop else behind)


def bound_of(words: Around, known: Riders) -> Bound:
    """A ceiling, an estimate, or neither."""
    near = words.behind[:BEHIND]
    if known.ceiling.search(words.before) or known.ceiling.search(near):
        return "ceiling"
    if known.estimate.search(words.before) or known.estimate.search(near):
        return "estimate"
    return "exact"


def period_of(words: Around, known: Riders) -> str | None:
    """The time that a sum is paid for: "month", "year", "hour"; None for the whole."""
    near = words.behind[:24]
    for name, pattern in known.per:
        match = pattern.search(near)
        if match is not None and len(near[: match.start()].split()) <= 2:
            return name
    unit = re.match(r"\s?(?:per|pro|par|por)\s(?!cent|se\b)(\w{3,20})", near)
    return unit[1] if unit else None


def tax_of(words: Around, known: Riders) -> TaxSaid | None:
    """If tax is in the sum or comes on top."""
    whole = f"{words.before}\x01{words.behind}"
    if known.on_top.search(whole):
        return "on_top"
    return "included" if known.included.search(whole) else None
