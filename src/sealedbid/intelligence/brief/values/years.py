"""The year of a date that says none: from its weekday, its neighbours and today."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

REACH = 6  # years in which a weekday is looked for: after these it returns to the same days
LONG_AGO = 15  # years after which a neighbour speaks of history


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """A year, how it was concluded, and others that are possible."""

    year: int
    inferred: str
    others: tuple[int, ...] = ()
    doubt: str = ""


def year_of(
    day_in: Callable[[int], date | None],
    *,
    weekday: int | None,
    since: date,
    since_name: str,
    neighbours: Sequence[int],
) -> Year | None:
    """The year of a date without one.

    ``day_in`` gives the day in a year, ``since`` is the day that the brief is read from: its date
    of issue, else today. ``neighbours`` are the years of dates beside it, the nearest first.
    None: no year fits.
    """
    following = [
        year
        for year in range(since.year, since.year + REACH + 1)
        if (day := day_in(year)) is not None and day >= since
    ]
    if not following:
        return None
    near = (year for year in neighbours if year > since.year - LONG_AGO)
    beside = next((year for year in near if day_in(year) is not None), None)
    if weekday is not None:
        return _by_weekday(day_in, weekday, following, beside)
    if beside is None or beside == following[0]:
        how = "as in the date beside it" if beside else f"the next such day from {since_name}"
        return Year(year=following[0], inferred=f"the year is not said: {how}")
    # The two readings differ: a neighbour may be about the past.
    return Year(
        year=beside,
        inferred="",
        others=(following[0],),
        doubt=f"the year is not said: {beside} as in the date beside it, or {following[0]}, the "
        f"next such day from {since_name}",
    )


def _by_weekday(
    day_in: Callable[[int], date | None], weekday: int, following: list[int], beside: int | None
) -> Year:
    def fits(year: int | None) -> bool:
        day = day_in(year) if year is not None else None
        return day is not None and day.weekday() == weekday

    first = following[0]
    if fits(first) and (beside in (None, first) or not fits(beside)):
        return Year(year=first, inferred=f"the year is not said: in {first} it is that weekday")
    if beside is not None and fits(beside):
        if beside in following[1:]:
            return Year(
                year=beside,
                inferred=f"the year is not said: in {beside} it is that weekday, as beside it",
            )
        return Year(
            year=beside,
            inferred="",
            others=(first,) if fits(first) else (),
            doubt=f"the year is not said: in {beside} it is that weekday, and past",
        )
    later = next((year for year in following if fits(year)), None)
    return Year(
        year=first,
        inferred="",
        others=(later,) if later else (),
        doubt=f"the year is not said, and the day is not that weekday in {first}",
    )
