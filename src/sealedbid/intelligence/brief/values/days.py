"""The day that a written date means, with what is inferred and what is open."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date, timedelta

from sealedbid.intelligence.brief.facts.values import Moment
from sealedbid.intelligence.brief.values.models import Read
from sealedbid.intelligence.brief.values.orders import Shown, days_of
from sealedbid.intelligence.brief.values.written import Written
from sealedbid.intelligence.brief.values.years import Year, year_of


def day_of(
    written: Written, shown: Shown, since: date, since_name: str, neighbours: Sequence[int]
) -> Read[Moment] | None:
    """The day of a written date; None where the calendar has none."""
    if written.vague == "weekday":
        return _next_weekday(written, since, since_name)
    if written.year is not None:
        days, why = _days_in(written, written.year, shown)
        return _read(written, days, [why], _weekday_doubt(written, days))
    found = year_of(
        lambda year: next(iter(_days_in(written, year, shown)[0]), None),
        weekday=written.weekday,
        since=since,
        since_name=since_name,
        neighbours=neighbours,
    )
    return None if found is None else _with_year(written, shown, found)


def _with_year(written: Written, shown: Shown, found: Year) -> Read[Moment] | None:
    days, why = _days_in(written, found.year, shown)
    others = tuple(day for year in found.others for day in _days_in(written, year, shown)[0])
    doubt = found.doubt
    return _read(written, (*days, *others), [why, found.inferred], doubt)


def _days_in(written: Written, year: int, shown: Shown) -> tuple[tuple[date, ...], str]:
    if written.numbers is not None:
        return days_of(written, year, shown)
    if written.vague:
        last = calendar.monthrange(year, written.month)[1]
        return (date(year, written.month, last if written.vague == "end" else 1),), ""
    try:
        return (date(year, written.month, written.day),), ""
    except ValueError:
        return (), ""


def _weekday_doubt(written: Written, days: tuple[date, ...]) -> str:
    if written.weekday is None or len(days) != 1 or days[0].weekday() == written.weekday:
        return ""
    real, said = calendar.day_name[days[0].weekday()], calendar.day_name[written.weekday]
    return f"the weekday contradicts the date: it says {said}, and {spelt(days[0])} is a {real}"


def _read(
    written: Written, days: tuple[date, ...], inferred: list[str], doubt: str
) -> Read[Moment] | None:
    if not days:
        return None
    if written.vague == "end":
        inferred.append("the last day of the month")
    elif written.vague == "month":
        inferred.append("the whole month: no day is said")
    moments = [Moment(day=day, last=_last(written, day)) for day in days]
    if doubt and len(days) == 1 and written.weekday is not None:
        moments += [Moment(day=day) for day in _same_weekday(days[0], written.weekday)]
    elif len(days) > 1 and not doubt:
        doubt = "the order of day and month is open: " + " or ".join(spelt(day) for day in days)
    return Read(
        value=moments[0],
        start=written.start,
        end=written.end,
        inferred="; ".join(why for why in inferred if why),
        doubt=doubt,
        others=tuple(moments[1:]),
    )


def _last(written: Written, day: date) -> date | None:
    if written.vague == "month":
        return day.replace(day=calendar.monthrange(day.year, day.month)[1])
    if written.last is None:
        return None
    year, month, last = written.last
    try:
        return date(year or day.year + ((month, last) < (day.month, day.day)), month, last)
    except ValueError:
        return None


def _same_weekday(day: date, weekday: int) -> tuple[date, date]:
    """The days of that weekday around ``day``."""
    ahead = (weekday - day.weekday()) % 7
    near = sorted((day + timedelta(ahead), day + timedelta(ahead - 7)), key=lambda d: abs(d - day))
    return near[0], near[1]


def _next_weekday(written: Written, since: date, since_name: str) -> Read[Moment]:
    days = ((written.weekday or 0) - since.weekday()) % 7 or 7
    first = since + timedelta(days)
    return Read(
        value=Moment(day=first),
        start=written.start,
        end=written.end,
        doubt=f"only a weekday is said: {spelt(first)} is the next one from {since_name}",
        others=(Moment(day=first + timedelta(7)),),
    )


def spelt(day: date) -> str:
    """A day as people write it: "3 May 2027"."""
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"
