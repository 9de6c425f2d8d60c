"""Days and times as a text means them: order, year and clock settled, as far as it says them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from sealedbid.intelligence.brief.facts.values import Moment
from sealedbid.intelligence.brief.values.clocks import END, Clock, find_clocks
from sealedbid.intelligence.brief.values.dates import Written, find_dates
from sealedbid.intelligence.brief.values.folding import fold
from sealedbid.intelligence.brief.values.meetings import clocks_of
from sealedbid.intelligence.brief.values.models import Read
from sealedbid.intelligence.brief.values.orders import Shown, days_of, shown_order
from sealedbid.intelligence.brief.values.years import Year, year_of

LETTERS = re.compile(r"\s\(?(?P<zone>[A-Z]{2,4}T)\b\)?")
BESIDE = 3  # runs of words in which a neighbour's year counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run of words with its dates, and other words of its row, where its clock may stand."""

    text: str
    folded: str
    dates: tuple[Written, ...]
    beside: str = ""


def run_of(text: str, beside: str = "") -> Run:
    """Find the dates of ``text``; ``beside`` are the other cells of its row."""
    return Run(
        text=text, folded=fold(text), dates=find_dates(text), beside=fold(beside) if beside else ""
    )


def settled(
    runs: Sequence[Run], *, language: str, since: date, since_name: str = "today"
) -> tuple[tuple[Read[Moment], ...], ...]:
    """The moments in each of ``runs``, which are in the text's order."""
    shown = shown_order(
        ((each, run.text[each.start : each.end]) for run in runs for each in run.dates), language
    )
    return tuple(
        tuple(_of_run(runs, number, shown, since, since_name)) if run.dates else ()
        for number, run in enumerate(runs)
    )


def _of_run(
    runs: Sequence[Run], number: int, shown: Shown, since: date, since_name: str
) -> Iterator[Read[Moment]]:
    run = runs[number]
    clocks = clocks_of(run.folded, run.dates)
    apart = len(run.dates) == 1 and not clocks and bool(run.beside)
    if apart:
        elsewhere = list(find_clocks(run.beside, 0, len(run.beside)))
        if len(elsewhere) == 1:
            clocks[0] = elsewhere[0]
    for index, written in enumerate(run.dates):
        neighbours = () if written.year else tuple(_neighbours(runs, number, index))
        read = _day_of(written, shown, since, since_name, neighbours)
        if read is not None:
            yield _at(read, written, _zoned(clocks.get(index), run, apart), apart=apart)


def _zoned(clock: Clock | None, run: Run, apart: bool) -> Clock | None:
    """Add a zone of letters that names none for certain ("IST"), as it is written."""
    if clock is None or clock.zone or apart:
        return clock
    letters = LETTERS.match(run.text, clock.end)
    return clock if letters is None else replace(clock, zone=letters["zone"], end=letters.end())


def _neighbours(runs: Sequence[Run], number: int, index: int) -> Iterator[int]:
    """The years of the dates beside a date: those behind it first, then those before it."""
    own = runs[number].dates
    yield from (each.year for each in own[index + 1 :] if each.year)
    yield from (each.year for each in reversed(own[:index]) if each.year)
    for run in runs[number + 1 : number + 1 + BESIDE]:
        yield from (each.year for each in run.dates if each.year)
    for run in reversed(runs[max(0, number - BESIDE) : number]):
        yield from (each.year for each in run.dates if each.year)


def _day_of(
    written: Written, shown: Shown, since: date, since_name: str, neighbours: Sequence[int]
) -> Read[Moment] | None:
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
    return f"the weekday contradicts the date: it says {said}, and {_plain(days[0])} is a {real}"


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
        doubt = "the order of day and month is open: " + " or ".join(_plain(day) for day in days)
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
        doubt=f"only a weekday is said: {_plain(first)} is the next one from {since_name}",
        others=(Moment(day=first + timedelta(7)),),
    )


def _at(read: Read[Moment], written: Written, clock: Clock | None, *, apart: bool) -> Read[Moment]:
    """Add the time of day."""
    if written.clock:
        hours, minutes = (int(part) for part in written.clock.split(":"))
        if hours < 24 and minutes < 60:
            zone = {"z": "UTC", "": None}.get(written.zone, written.zone)
            return _timed(read, time(hours, minutes), zone)
        return read
    if clock is None or read.value is None:
        return read
    timed = _timed(read, clock.at, clock.zone)
    inferred, doubt, others = [read.inferred], [read.doubt], list(timed.others)
    if clock.midnight:
        inferred.append(f"midnight is read as the end of {_plain(read.value.day)}")
    elif clock.zero:
        doubt.append("0:00 may mean the beginning or the end of the day")
        others.append(read.value.model_copy(update={"at": END, "zone": clock.zone}))
    elif clock.or_later:
        later = time(clock.at.hour + 12, clock.at.minute)
        doubt.append(f"{clock.at:%H:%M} may be {later:%H:%M}: neither a.m. nor p.m. is said")
        others.insert(0, read.value.model_copy(update={"at": later, "zone": clock.zone}))
    return Read(
        value=timed.value,
        start=read.start if apart else min(read.start, clock.start),
        end=read.end if apart else max(read.end, clock.end),
        inferred="; ".join(filter(None, inferred)),
        doubt="; ".join(filter(None, doubt)),
        others=tuple(others),
    )


def _timed(read: Read[Moment], at: time, zone: str | None) -> Read[Moment]:
    def timed(moment: Moment) -> Moment:
        return moment.model_copy(update={"at": at, "zone": zone})

    return Read(
        value=timed(read.value) if read.value else None,
        start=read.start,
        end=read.end,
        inferred=read.inferred,
        doubt=read.doubt,
        others=tuple(timed(other) for other in read.others),
    )


def _plain(day: date) -> str:
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"
