"""Days and times as people write them: a text that can be two days is none."""

from __future__ import annotations

import re
from datetime import date, time
from typing import Final

from sealedbid.intelligence.brief.facts.values import Moment
from sealedbid.intelligence.vocabulary.calendar_words import calendar_words
from sealedbid.intelligence.vocabulary.folding import fold

MOST: Final = 100  # characters
_ISO: Final = re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})")
_NUMBERS: Final = re.compile(r"(?P<a>\d{1,2})[./-](?P<b>\d{1,2})[./-](?P<y>\d{4})")
_DAY_FIRST: Final = re.compile(
    r"(?P<d>\d{1,2})(?:\.|st|nd|rd|th|er)? ?(?:de |of )?(?P<n>[^\W\d_]{3,12})\.?,? ?"
    r"(?:de )?(?P<y>\d{4})"
)
_MONTH_FIRST: Final = re.compile(
    r"(?P<n>[^\W\d_]{3,12})\.? (?P<d>\d{1,2})(?:st|nd|rd|th)?,? (?P<y>\d{4})"
)
_TIME: Final = re.compile(
    r"(?P<h>\d{1,2})(?:[:.h](?P<min>\d{2}))?(?::(?P<s>\d{2}))? ?"
    r"(?P<half>a\.?m\.?|p\.?m\.?|uhr|h|uur)?",
    re.IGNORECASE,
)
_ZONE: Final = re.compile(
    r"\(?(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2}|[A-Z]{2,5}|[A-Z][A-Za-z]+/[A-Za-z_/]+"
    r"|[Ll]ocal time|[A-Z][a-z]+(?: (?:[Ss]tandard|[Dd]aylight|[Ss]ummer))? [Tt]ime)\)?"
)
_GLUE: Final = re.compile(r"^\s*(?:[,T]\s*)?(?:(?:at|by|um|à|a las|om)\s+)?", re.IGNORECASE)
_WEEKDAY: Final = re.compile(r"^(?P<n>[^\W\d_]{2,12})\.?,? ")


class NoDayError(ValueError):
    """The reason why a text is no day, and what to write."""


def parse_moment(text: str) -> Moment:
    """Read a day, with a time and a zone if there are any. Raises NoDayError."""
    said = " ".join(text.split())
    if len(said) > MOST:
        raise NoDayError("It is too long for a day: write it as 2026-12-22 14:00")
    first, to, last = said.partition(" to ")
    day, rest = _day(first)
    if not to:
        at, zone = _time(rest)
        return Moment(day=day, at=at, zone=zone)
    until, behind = _day(last)
    if until < day or rest.strip():
        raise NoDayError(f"“{said}” is no span of days: write the first and the last day")
    at, zone = _time(behind)
    return Moment(day=day, at=at, zone=zone, last=until)


def _day(text: str) -> tuple[date, str]:
    """The day at the beginning of a text, and the text behind it."""
    weekday = _WEEKDAY.match(text)
    number = calendar_words().weekdays.get(fold(weekday["n"])) if weekday else None
    bare = text[weekday.end() :] if weekday and number is not None else text
    for pattern in (_ISO, _NUMBERS, _DAY_FIRST, _MONTH_FIRST):
        if (match := pattern.match(bare)) is not None:
            day = _of_match(match, text)
            if number is not None and day.weekday() != number:
                raise NoDayError(f"{day.day} {day:%B} {day.year} is a {day:%A}: write another day")
            return day, bare[match.end() :]
    raise NoDayError(f"“{text}” is no day with its year: write it as 2026-12-22 14:00")


def _of_match(match: re.Match[str], text: str) -> date:
    parts = match.groupdict()
    if "n" in parts:
        month = calendar_words().months.get(fold(parts["n"]))
        if month is None:
            raise NoDayError(f"“{parts['n']}” is no month: write the day as 2026-12-22")
        return _date(int(parts["y"]), month, int(parts["d"]), text)
    if "m" in parts:
        return _date(int(parts["y"]), int(parts["m"]), int(parts["d"]), text)
    first, second, year = int(parts["a"]), int(parts["b"]), int(parts["y"])
    if first <= 12 and second <= 12 and first != second:
        a, b = _date(year, second, first, text), _date(year, first, second, text)
        raise NoDayError(f"“{match[0]}” can be {a} or {b}: write one of these")
    day, month = (second, first) if second > 12 else (first, second)
    return _date(year, month, day, text)


def _date(year: int, month: int, day: int, text: str) -> date:
    try:
        found = date(year, month, day)
    except ValueError:
        raise NoDayError(f"There is no day “{text}”: look at the calendar") from None
    if not 1900 < year < 2200:
        raise NoDayError(f"The year {year} is too far: write another")
    return found


def _time(rest: str) -> tuple[time | None, str | None]:
    """The time behind a day, and its zone."""
    said = _GLUE.sub("", rest).strip()
    if not said:
        return None, None
    match = _TIME.match(said)
    if match is None or not (match["min"] or match["half"]):
        raise NoDayError(f"“{said}” is no time: write it as 14:00")
    hour, half = int(match["h"]), (match["half"] or "").replace(".", "").casefold()
    if half in ("am", "pm"):
        if not 1 <= hour <= 12:
            raise NoDayError(f"“{said}” is no time: write it as 14:00")
        hour = hour % 12 + (12 if half == "pm" else 0)
    try:
        at = time(hour, int(match["min"] or 0), int(match["s"] or 0))
    except ValueError:
        raise NoDayError(f"“{said}” is no time of a day: write it as 14:00") from None
    zone = said[match.end() :].strip()
    if not zone:
        return at, None
    named = _ZONE.fullmatch(zone)
    if named is None:
        raise NoDayError(f"“{zone}” is no time zone: write it as Europe/Berlin or +01:00")
    return at, {"Z": "UTC"}.get(named["zone"], named["zone"])
