"""The demo's briefs, with dates that follow the day on which the demo runs."""

from __future__ import annotations

import re
from datetime import date, timedelta

# The day on which the dates of the briefs were chosen: on it they are printed as they stand.
WRITTEN_ON = date(2026, 11, 27)
PAST = timedelta(days=60)  # a date older than this tells of the past, and stays
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_MONTH = "|".join(_MONTHS)
_AMERICAN = re.compile(
    rf"\b(?P<month>{_MONTH}) (?P<day>\d{{1,2}})(?: to (?P<last>\d{{1,2}}))?, (?P<year>20\d\d)\b"
)
_EUROPEAN = re.compile(rf"\b(?P<day>\d{{1,2}}) (?P<month>{_MONTH}) (?P<year>20\d\d)\b")


def dated(text: str, today: date) -> str:
    """Shift the dates of a brief by whole weeks, so that they lie ahead as when it was written.

    Weekdays stay. On ``WRITTEN_ON``, and before, nothing is shifted.
    """
    weeks = -((WRITTEN_ON - today).days // 7)
    if weeks <= 0:
        return text
    by = timedelta(weeks=weeks)
    text = _AMERICAN.sub(lambda found: _american(found, by), text)
    return _EUROPEAN.sub(lambda found: _european(found, by), text)


def _american(found: re.Match[str], by: timedelta) -> str:
    first = _day(found, found["day"])
    if first < WRITTEN_ON - PAST:
        return found[0]
    moved = first + by
    if not found["last"]:
        return f"{_MONTHS[moved.month - 1]} {moved.day}, {moved.year}"
    last = _day(found, found["last"]) + by
    month = "" if last.month == moved.month else f"{_MONTHS[last.month - 1]} "
    return f"{_MONTHS[moved.month - 1]} {moved.day} to {month}{last.day}, {last.year}"


def _european(found: re.Match[str], by: timedelta) -> str:
    day = _day(found, found["day"])
    if day < WRITTEN_ON - PAST:
        return found[0]
    moved = day + by
    return f"{moved.day} {_MONTHS[moved.month - 1]} {moved.year}"


def _day(found: re.Match[str], day: str) -> date:
    return date(int(found["year"]), _MONTHS.index(found["month"]) + 1, int(day))
