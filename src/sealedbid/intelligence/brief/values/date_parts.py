"""Parts of a written date as numbers."""

from __future__ import annotations

from datetime import date

from sealedbid.intelligence.vocabulary.calendar_words import calendar_words


def month_named(name: str | None) -> int:
    """The number of a month by its name; 0 for none."""
    return calendar_words().months[name.rstrip(".")] if name else 0


def weekday_named(name: str | None) -> int | None:
    """The number of a weekday by its name, from 0 for Monday."""
    return calendar_words().weekdays[name] if name else None


def day_said(words: str | None) -> int:
    """The day of a month, in digits or words."""
    return int(words) if words and words.isdigit() else calendar_words().days[words or ""]


def year_said(words: str | None) -> int | None:
    """The year, of four digits or two; None for none."""
    if not words:
        return None
    year = int(words.strip("'"))
    return year + 2000 if year < 100 else year


def may_be_date(numbers: tuple[int, int]) -> bool:
    """True if one of two numbers may be a month and the other one a day."""
    low, high = sorted(numbers)
    return 1 <= low <= 12 and high <= 31


def is_day(year: int | None, month: int, day: int) -> bool:
    """True if the calendar has that day; a year that is open is taken for a leap year."""
    try:
        date(year or 2000, month, day)
    except ValueError:
        return False
    return True
