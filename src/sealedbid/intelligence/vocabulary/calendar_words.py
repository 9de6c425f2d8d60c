"""Names of months and weekdays in all five languages, and the patterns that they make."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from sealedbid.intelligence.vocabulary.loading import LANGUAGES, vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarWords:
    """The number of each name: months from 1, weekdays from 0 (Monday), days of a month."""

    months: dict[str, int]
    weekdays: dict[str, int]
    days: dict[str, int]
    nth: dict[str, int]
    until: tuple[str, ...]
    ends: tuple[str, ...]
    months_after: tuple[str, ...]
    words_too: frozenset[str]


@cache
def calendar_words() -> CalendarWords:
    """The names of all languages together: no name means two things in two of them."""
    tables = [vocabulary(language, "dates") for language in LANGUAGES]
    return CalendarWords(
        months=_numbered((table["months"] for table in tables), 1),
        weekdays=_numbered((table["weekdays"] for table in tables), 0),
        days=_numbered((table["days"] for table in tables), 1),
        nth={word: number for table in tables for word, number in table["nth"].items()},
        until=tuple(word for table in tables for word in table["until"]),
        ends=tuple(word for table in tables for word in table["ends"]),
        months_after=tuple(word for table in tables for word in table["months_after"]),
        words_too=frozenset(word for table in tables for word in table["words_too"]),
    )


def either(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first."""
    return "|".join(sorted(map(re.escape, set(words)), key=lambda word: (-len(word), word)))


def _numbered(tables: Iterable[list[str]], first: int) -> dict[str, int]:
    return {
        name: number
        for table in tables
        for number, names in enumerate(table, first)
        for name in names.split()
    }
