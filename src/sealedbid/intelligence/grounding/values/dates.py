"""Days, months and weekdays in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from sealedbid.intelligence.brief.values.dates import find_dates
from sealedbid.intelligence.brief.values.written import Written
from sealedbid.intelligence.grounding.values.models import Value
from sealedbid.intelligence.vocabulary.calendar_words import calendar_words, either

NAMED_AS_WORDS = frozenset(
    {"may", "march", "mar", "ago", "mars", "mei", "mai", "ma", "so", "do", "mi", "di"}
)
DAY_FIRST = "."  # the mark of numbers whose first is the day


def find_days(text: str, folded: str, language: str) -> Iterator[Value]:
    """The dates of a text, then months and weekdays that stand alone.

    But for English, a day in numbers stands before its month.
    """
    taken: list[tuple[int, int]] = []
    for written in find_dates(text):
        taken.append((written.start, written.end))
        if written.numbers is not None and language != "en":
            written = replace(written, mark=DAY_FIRST)
        yield _value(text, written)
    for match in _alone().finditer(folded):
        start, end = match.span()
        if any(start < last and first < end for first, last in taken):
            continue
        if match["month"] and not (match["month"] in NAMED_AS_WORDS or len(match["month"]) < 4):
            month = calendar_words().months[match["month"]]
            yield _value(text, Written(start=start, end=end, month=month, vague="month"))
        elif match["weekday"]:
            day = calendar_words().weekdays[match["weekday"]]
            yield _value(text, Written(start=start, end=end, weekday=day, vague="weekday"))


def _value(text: str, written: Written) -> Value:
    return Value(
        kind="date",
        start=written.start,
        end=written.end,
        words=text[written.start : written.end].strip(),
        day=written,
    )


@cache
def _alone() -> re.Pattern[str]:
    words = calendar_words()
    days = either(name for name in words.weekdays if len(name) > 4)
    return re.compile(
        rf"(?<![\w-])(?:(?P<month>{either(words.months)})|(?P<weekday>{days})(?:e?s)?)(?![\w-])"
    )
