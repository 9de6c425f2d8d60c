"""Compares a requirement with a passage by value: times, numbers with units, standards, negations.

A difference makes a passage conflicting. That no difference is found never makes it an answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sealedbid.intelligence.writer.composer.numbers import ANY, as_number
from sealedbid.intelligence.writer.composer.words import likeness

_UNITS = {
    "second": ("second", 1),
    "millisecond": ("millisecond", 1),
    "minute": ("minute", 1),
    "hour": ("hour", 1),
    "day": ("day", 1),
    "week": ("day", 7),
    "month": ("month", 1),
    "year": ("month", 12),
    "percent": ("percent", 1),
    "per cent": ("percent", 1),
    "%": ("percent", 1),
}
_VALUE = re.compile(
    r"(?P<money>[$€£])?(?<![\w.,])(?:(?P<digits>\d{1,3}(?:,\d{3}){1,4}|\d{1,9}(?:\.\d{1,2})?)"
    rf"|(?P<word>\b(?:{ANY})\b))"
    r"(?:[- ]?(?:business |working |calendar |full )?"
    r"(?P<unit>milliseconds?|seconds?|minutes?|hours?|days?|weeks?|months?|years?|percent"
    r"|per cent|%))?",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?<![\w.])(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s?(?P<half>[ap]\.?m\b\.?)"
    r"|(?<![\w.:])(?P<h24>[01]?\d|2[0-3]):(?P<m24>[0-5]\d)(?![\d:])",
    re.IGNORECASE,
)
_STANDARD = re.compile(
    r"\b(?P<name>WCAG|ISO(?:/IEC)?|SOC|TLS|NIST SP|EN|OAuth|OpenAPI|PCI[- ]DSS|FIPS|HTTP|IEC)"
    r"[ -]?(?P<version>\d[\d.:-]*)(?: ?(?:at )?(?:level )?(?P<level>A{1,3})\b)?"
)
_NEGATED = re.compile(
    r"\b(?:not|never|no|none|without|nor|neither|cannot|can't|don't|closed|withheld|refus\w+"
    r"|prevent\w*|block\w*|exclud\w+|nicht|kein\w*|pas|sin|niet|geen)\b",
    re.IGNORECASE,
)
_FORBIDS = re.compile(
    r"\b(?:must|shall|may|will|should|can|do|does|is|are|be) (?:not|never)\b|\b(?:never|cannot)\b"
    r"|\b(?:darf|dürfen|muss|soll\w*) nicht\b|\bne (?:doit|peut|doivent) pas\b"
    r"|\bno (?:debe|puede|deberá)\b|\bmag niet\b",
    re.IGNORECASE,
)
_LEAST = re.compile(r"\b(?:at least|minimum|no (?:less|fewer) than|or more|not less than)\b", re.I)
_MOST = re.compile(
    r"\b(?:at most|within|no more than|not exceed|up to|maximum|or less|under|in less than"
    r"|fewer than|less than|no later than)\b",
    re.IGNORECASE,
)
MUCH_SHARED = 0.6  # likeness from where on a negation on one side alone contradicts
SAME_THING = 0.3  # likeness from where on two values of a unit are taken for values of one thing


@dataclass(frozen=True, slots=True)
class _Value:
    unit: str
    number: float
    shown: str


def conflict(asked: str, said: str) -> str:
    """Say where the passage differs from the requirement, or return an empty text."""
    for differs in (_clocks, _standards, _values, _negations):
        reason = differs(asked, said)
        if reason:
            return reason
    return ""


def _clocks(asked: str, said: str) -> str:
    wanted, known = list(_times(asked)), list(_times(said))
    if not wanted or not known:
        return ""
    if len(wanted) == len(known):
        for one, other in zip(wanted, known, strict=True):
            if one.number != other.number:
                return f"{one.shown} asked, {other.shown} known"
        return ""
    missing = [one for one in wanted if one.number not in {other.number for other in known}]
    return f"{missing[0].shown} asked, {known[-1].shown} known" if missing else ""


def _times(text: str) -> Iterator[_Value]:
    for match in _CLOCK.finditer(text):
        if match["half"]:
            hour = int(match["hour"]) % 12 + (12 if match["half"].lower()[0] == "p" else 0)
            minute = int(match["minute"] or 0)
        else:
            hour, minute = int(match["h24"]), int(match["m24"])
        yield _Value("clock", hour * 60 + minute, match[0].strip())


def _standards(asked: str, said: str) -> str:
    known = {found["name"]: found for found in _STANDARD.finditer(said)}
    for wanted in _STANDARD.finditer(asked):
        other = known.get(wanted["name"])
        if other is None:
            continue
        differs = wanted["version"].rstrip(".:-") != other["version"].rstrip(".:-")
        lower = len(other["level"] or "") < len(wanted["level"] or "") and bool(other["level"])
        if differs or lower:
            return f"{wanted[0].rstrip('.:-')} asked, {other[0].rstrip('.:-')} known"
    return ""


def _values(asked: str, said: str) -> str:
    if likeness(asked, said) < SAME_THING:
        return ""
    known: dict[str, list[_Value]] = {}
    for value in _numbers(said):
        known.setdefault(value.unit, []).append(value)
    for wanted in _numbers(asked):
        others = known.get(wanted.unit, [])
        if others and not any(_fits(asked, wanted.number, other.number) for other in others):
            return f"{wanted.shown} asked, {others[0].shown} known"
    return ""


def _fits(asked: str, wanted: float, known: float) -> bool:
    if known == wanted:
        return True
    if _LEAST.search(asked):
        return known > wanted
    return bool(_MOST.search(asked)) and known < wanted


def _numbers(text: str) -> Iterator[_Value]:
    plain = _STANDARD.sub(" ", _CLOCK.sub(" ", text))
    for match in _VALUE.finditer(plain):
        number = (
            float(match["digits"].replace(",", ""))
            if match["digits"]
            else float(as_number(match["word"]))
        )
        if match["money"]:
            yield _Value(match["money"], number, match[0].strip())
        elif match["unit"]:
            unit = match["unit"].lower()
            base, factor = _UNITS[unit if unit in _UNITS else unit.rstrip("s")]
            yield _Value(base, number * factor, match[0].strip())


def _negations(asked: str, said: str) -> str:
    if likeness(asked, said) < MUCH_SHARED:
        return ""
    if _FORBIDS.search(asked) and not _NEGATED.search(said):
        return "the requirement says not, the passage does not"
    if _FORBIDS.search(said) and not _NEGATED.search(asked):
        return "the passage says not, the requirement does not"
    return ""
