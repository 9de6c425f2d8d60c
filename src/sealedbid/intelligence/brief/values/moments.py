"""Days and times as a text means them: order, year and clock settled, as far as it says them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sealedbid.intelligence.brief.facts.values import Moment
from sealedbid.intelligence.brief.values.clocks import Clock, find_clocks
from sealedbid.intelligence.brief.values.dates import find_dates
from sealedbid.intelligence.brief.values.days import day_of
from sealedbid.intelligence.brief.values.meetings import clocks_of
from sealedbid.intelligence.brief.values.models import Read
from sealedbid.intelligence.brief.values.orders import Shown, shown_order
from sealedbid.intelligence.brief.values.times import with_time
from sealedbid.intelligence.brief.values.written import Written
from sealedbid.intelligence.vocabulary.folding import fold

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
        read = day_of(written, shown, since, since_name, neighbours)
        if read is not None:
            yield with_time(read, written, _zoned(clocks.get(index), run, apart), apart=apart)


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
