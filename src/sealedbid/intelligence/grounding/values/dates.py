"""Days, months, weekdays and times of day in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from sealedbid.intelligence.brief.values.clocks import find_clocks
from sealedbid.intelligence.brief.values.dates import find_dates
from sealedbid.intelligence.brief.values.written import Written
from sealedbid.intelligence.grounding.values.models import Value
from sealedbid.intelligence.vocabulary.calendar_words import calendar_words, either

NAMED_AS_WORDS = frozenset(
    {"may", "march", "mar", "ago", "mars", "mei", "mai", "ma", "so", "do", "mi", "di"}
)

HOURS = re.compile(r"\d{1,2}\s?(?:heures?|horas?|uur|h|u)")
AT = re.compile(
    r"\b(?:at|by|until|from|um|ab|bis|vor|a|avant|jusqu'a|de|las|la|om|tot|voor|van)\s$"
)


def find_days(text: str, folded: str) -> Iterator[Value]:
    """The dates of a text, then months and weekdays that stand alone, then times of day."""
    taken: list[tuple[int, int]] = []
    for written in find_dates(text):
        taken.append((written.start, written.end))
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
    for clock in find_clocks(folded, 0, len(folded)):
        if any(clock.start < last and first < clock.end for first, last in taken):
            continue
        if _is_length(folded, clock.start, clock.end):
            continue
        minutes = Decimal(clock.at.hour * 60 + clock.at.minute)
        yield Value(
            kind="clock",
            start=clock.start,
            end=clock.end,
            words=text[clock.start : clock.end],
            number=minutes,
            unit="later" if clock.or_later else "",
        )


def _value(text: str, written: Written) -> Value:
    return Value(
        kind="date",
        start=written.start,
        end=written.end,
        words=text[written.start : written.end].strip(),
        day=written,
    )


def _is_length(folded: str, start: int, end: int) -> bool:
    """True for "4 heures" and "4 uur" that no word tells to be a time of day."""
    return HOURS.fullmatch(folded[start:end].strip()) is not None and not AT.search(
        folded, max(0, start - 12), start
    )


@cache
def _alone() -> re.Pattern[str]:
    words = calendar_words()
    days = either(name for name in words.weekdays if len(name) > 4)
    return re.compile(
        rf"(?<![\w-])(?:(?P<month>{either(words.months)})|(?P<weekday>{days})(?:e?s)?)(?![\w-])"
    )
