"""Dates compared: a draft may say less of a day than its source, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from sealedbid.intelligence.brief.values.written import Written
from sealedbid.intelligence.grounding.values.models import Value


def has_day(draft: Value, source: Sequence[Value]) -> bool:
    """True if the values of the source have the draft's date."""
    day = draft.day
    assert day is not None
    if day.vague == "weekday":
        return any(_weekday(one) == day.weekday for one in source if one.day is not None)
    years = {one.day.year for one in source if one.day} | _years(source)
    return any(_same(day, one.day, years) for one in source if one.day is not None)


def has_year(year: Decimal, source: Sequence[Value]) -> bool:
    """True if the year is one of the source's, alone or in a date."""
    return int(year) in _years(source) | {one.day.year for one in source if one.day}


def has_clock(draft: Value, source: Sequence[Value]) -> bool:
    """True if the source has the time; 4:00 may be 16:00 where neither half of the day is said."""
    half = Decimal(720)
    for one in source:
        if one.kind != "clock":
            continue
        apart = abs(one.number - draft.number)
        if apart == 0 or (apart == half and "later" in (one.unit, draft.unit)):
            return True
    return False


def _same(draft: Written, source: Written, years: set[int | None]) -> bool:
    if source.vague == "weekday":
        return False
    is_year_fine = draft.year is None or draft.year == source.year
    if not is_year_fine and (source.year is not None or draft.year not in years):
        return False
    if draft.weekday is not None and _day_of(draft) is None:
        told = source.weekday if source.weekday is not None else _weekday_of(source)
        if told is not None and told != draft.weekday:
            return False
    if draft.numbers is not None or source.numbers is not None:
        return bool(_pairs(draft) & _pairs(source))
    months = {source.month} | ({source.last[1]} if source.last else set())
    if draft.vague in ("month", "end"):
        return draft.month in months and (draft.vague == "month" or source.vague == "end")
    if source.vague:
        return False
    ends = {(source.month, source.day)} | ({source.last[1:]} if source.last else set())
    mine = {(draft.month, draft.day)} | ({draft.last[1:]} if draft.last else set())
    return mine <= ends


def _pairs(written: Written) -> set[tuple[int, int]]:
    """The (month, day) that a date may mean."""
    if written.numbers is None:
        return {(written.month, written.day)}
    one, two = written.numbers
    return {(two, one)} if written.mark == "." else {(one, two), (two, one)}


def _years(values: Sequence[Value]) -> set[int | None]:
    return {int(one.number) for one in values if one.kind == "number" and one.unit == "year of"}


def _weekday(value: Value) -> int | None:
    assert value.day is not None
    return value.day.weekday if value.day.weekday is not None else _weekday_of(value.day)


def _weekday_of(written: Written) -> int | None:
    day = _day_of(written)
    return day.weekday() if day else None


def _day_of(written: Written) -> date | None:
    if written.vague or written.numbers or not written.year or not written.day:
        return None
    try:
        return date(written.year, written.month, written.day)
    except ValueError:
        return None
