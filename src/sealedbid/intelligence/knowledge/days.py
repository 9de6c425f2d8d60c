"""One day in the words of a page, where the words fix it."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from sealedbid.intelligence.vocabulary.calendar_words import calendar_words
from sealedbid.intelligence.vocabulary.folding import fold

ISO = r"(?P<y1>\d{4})[-/.](?P<m1>\d{1,2})[-/.](?P<d1>\d{1,2})(?:[T ]\d{2}:\d{2}(?::\d{2})?Z?)?"
NAMED = (
    r"(?P<d2>\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s(?:of\s|de\s|den\s)?(?P<m2>[^\W\d_]{3,12})\.?,?\s"
    r"(?:de\s|del\s)?(?P<y2>\d{4})"
)
MONTH_FIRST = r"(?P<m3>[^\W\d_]{3,12})\.?\s(?P<d3>\d{1,2})(?:st|nd|rd|th)?,?\s(?P<y3>\d{4})"
MONTH_ALONE = (
    r"(?:the end of\s|end of\s|ende\s|fin\s|finales de\s|eind\s)?"
    r"(?P<m4>[^\W\d_]{3,12})\.?\s(?:de\s)?(?P<y4>\d{4})"
)
NUMBERS = r"(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<y5>\d{4})"
DAY = rf"(?i:{ISO}|{NAMED}|{MONTH_FIRST}|{MONTH_ALONE}|{NUMBERS})"
_DAY = re.compile(DAY)
YEARS = range(1900, 2200)  # those that the database takes


def day_of(words: str) -> date | None:
    """The day that the words are; a month without a day is its last.

    None where they are none, where the order of day and month is open ("03/04/2027"), and in a year
    that nobody plans for ("9999-12-31").
    """
    found = _DAY.fullmatch(" ".join(words.split()))
    if found is None:
        return None
    named = found["m2"] or found["m3"] or found["m4"]
    year = int(next(filter(None, (found[f"y{number}"] for number in range(1, 6)))))
    if named:
        month = calendar_words().months.get(fold(named), 0)
        number = found["d2"] or found["d3"]
        day = int(number) if number else monthrange(year, month)[1] if month else 0
    elif found["m1"]:
        month, day = int(found["m1"]), int(found["d1"])
    else:
        day, month = int(found["a"]), int(found["b"])
        if found["sep"] != "." and month > 12:
            day, month = month, day
        elif found["sep"] != "." and day <= 12 and day != month:
            return None
    try:
        return date(year, month, day) if year in YEARS else None
    except ValueError:
        return None
