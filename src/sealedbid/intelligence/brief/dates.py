"""Dates in a statement, as far as the text fixes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time

from sealedbid.intelligence.brief.deadline import SURE, likelihood
from sealedbid.intelligence.brief.models import DateFound
from sealedbid.intelligence.brief.structure.models import Piece

NAMES = (
    "january jan,february feb,march mar,april apr,may,june jun,july jul,august aug,"
    "september sept sep,october oct,november nov,december dec"
)
MONTHS = {
    name: number for number, names in enumerate(NAMES.split(","), 1) for name in names.split(" ")
}
# "may" and "march" are words as well: they are months where they are written as names.
MONTH = (
    r"(?:(?i:january|february|april|june|july|august|september|october|november|december)"
    r"|March|MARCH|May|MAY|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
    r"|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT|SEP|OCT|NOV|DEC)\.?)"
)
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
DATE = re.compile(
    rf"""(?<![\w.])(?:
      (?P<iso>\d{{4}}-\d{{2}}-\d{{2}})(?:[T\ ](?P<isotime>\d{{2}}:\d{{2}})(?::\d{{2}})?Z?)?
    | (?P<d1>{DAY})\ (?:of\ )?(?P<m1>{MONTH})(?:,?\ (?P<y1>\d{{4}}))?
    | (?P<m2>{MONTH})\ (?P<d2>{DAY})(?:\s?[-–]\s?\d{{1,2}})?(?:,?\ (?P<y2>\d{{4}}))?
    | (?P<a>\d{{1,2}})(?P<sep>[./])(?P<b>\d{{1,2}})(?P=sep)(?P<y3>\d{{4}})
    | (?<=by\ )(?P<open>(?:(?:early|mid|late|the\ end\ of)[\ -])?{MONTH}(?:\ \d{{4}})?)
    | (?<=in\ )(?P<within>(?:early\ |mid-|mid\ |late\ )?{MONTH}\ \d{{4}})
    )(?![\w-])""",
    re.VERBOSE,
)
DIGIT = re.compile(r"\d")
BY = re.compile(rf"by (?:the end of |early |mid[ -]|late )?{MONTH}")
CLOCK = r"(?:\d{1,2}(?::\d{2})?\s?(?:[AaPp][Mm]\b|[AaPp]\.[Mm]\.)|\d{1,2}:\d{2}|noon|midnight)"
ZONE = r"(?:\s?\(?[A-Z][A-Za-z]{1,9}(?:\ [A-Z][a-z]{2,9}){0,2}\)?)?"
TIME_AFTER = re.compile(rf"(?:,|\ at|,\ at)?\ (?P<clock>{CLOCK})(?P<zone>{ZONE})")
TIME_BEFORE = re.compile(rf"(?P<clock>{CLOCK}){ZONE},?(?:\ on)?\ (?:\w+day,?\ )?$")
REACH = 60
BEFORE, BEHIND = 110, 60  # characters around a date


def dates(found: Iterable[Piece]) -> tuple[DateFound, ...]:
    """All dates, in the text's order."""
    return tuple(each for statement in found for each in _dates(statement))


def _dates(statement: Piece) -> Iterator[DateFound]:
    if (DIGIT.search(statement.text) or BY.search(statement.text)) is None:
        return
    text = statement.text.replace("\n", " ")
    for match in DATE.finditer(text):
        start, end = match.span()
        day = _day(match)
        clock = match["isotime"]
        after = TIME_AFTER.match(text, end)
        before = TIME_BEFORE.search(text, max(0, start - REACH), start)
        if after and clock is None:
            clock, end = after["clock"], after.end()
        elif before and clock is None:
            clock, start = before["clock"], before.start()
        yield DateFound(
            span=statement.span_of(start, end),
            what=statement.text,
            when=_when(day, clock),
            is_deadline=likelihood(_near(text, start, end)) >= SURE,
        )


def _near(text: str, start: int, end: int) -> str:
    """The words around a date: a long sentence speaks of other things too."""
    return text[max(0, start - BEFORE) : end + BEHIND]


def _day(match: re.Match[str]) -> date | None:
    """The day that is written; None where the year or the order of its numbers is open."""
    if match["iso"]:
        year, month, day = (int(part) for part in match["iso"].split("-"))
    elif match["y3"]:
        day, month, year = int(match["a"]), int(match["b"]), int(match["y3"])
        if match["sep"] == "/" and day <= 12 and month <= 12 and day != month:
            return None
        if month > 12:
            day, month = month, day
    elif match["y1"] or match["y2"]:
        name = (match["m1"] or match["m2"]).lower().rstrip(".")
        month, year = MONTHS[name], int(match["y1"] or match["y2"])
        day = int(re.sub(r"\D", "", match["d1"] or match["d2"]))
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _when(day: date | None, clock: str | None) -> datetime | date | None:
    if day is None or clock is None:
        return day
    words = clock.lower().replace(".", "").replace(" ", "")
    if words in {"noon", "midnight"}:
        return datetime.combine(day, time(12 if words == "noon" else 0))
    hour, _, minute = words.rstrip("apm").partition(":")
    hours = int(hour)
    if words.endswith("m") and hours <= 12:
        hours = hours % 12 + (12 if words.endswith("pm") else 0)
    if hours > 23 or int(minute or 0) > 59:
        return day
    return datetime.combine(day, time(hours, int(minute or 0)))
