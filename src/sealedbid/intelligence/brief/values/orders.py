"""The order of day and month: what one date of a text shows holds for the others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from sealedbid.intelligence.brief.values.written import Written

Order: TypeAlias = Literal["day first", "month first", ""]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The order that a text shows, empty where it shows none or both; ``by`` is the date."""

    order: Order
    by: str = ""


def shown_order(dates: Iterable[tuple[Written, str]], language: str) -> Shown:
    """The order of numbers in the dates of a text, each given with its words."""
    seen: dict[Order, str] = {}
    for written, words in dates:
        order = _order_of(written)
        if order:
            seen.setdefault(order, words)
    if len(seen) == 1:
        order, words = next(iter(seen.items()))
        return Shown(order=order, by=words)
    if not seen and language in {"de", "fr", "es", "nl"}:
        return Shown(order="day first")
    return Shown(order="")


def days_of(written: Written, year: int, shown: Shown) -> tuple[tuple[date, ...], str]:
    """The days that a date of two numbers may mean, and the reason where one order was taken."""
    assert written.numbers is not None
    one, two = written.numbers
    day_first, month_first = _day(year, two, one), _day(year, one, two)
    if day_first is None or month_first is None or day_first == month_first:
        return tuple(day for day in (day_first, month_first) if day is not None)[:1], ""
    if written.mark == ".":
        return (day_first,), ""
    own = _order_of(written)
    order = own or shown.order
    if order == "":
        return (day_first, month_first), ""
    day = day_first if order == "day first" else month_first
    if own:
        return (day,), f"the weekday shows the order: {order}"
    return (day,), f'{order}, as in "{shown.by}"' if shown.by else ""


def _order_of(written: Written) -> Order:
    if written.numbers is None or written.mark == ".":
        return ""
    one, two = written.numbers
    if one > 12 or two > 12:
        return "day first" if one > 12 else "month first"
    if written.weekday is None or written.year is None or one == two:
        return ""
    day_first, month_first = _day(written.year, two, one), _day(written.year, one, two)
    fits = [
        day is not None and day.weekday() == written.weekday for day in (day_first, month_first)
    ]
    if sum(fits) != 1:
        return ""
    return "day first" if fits[0] else "month first"


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
