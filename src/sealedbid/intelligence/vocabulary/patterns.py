"""Patterns out of the files of labels, which hold for all languages at once.

A brief in one language may have a table or a heading in another.
"""

from __future__ import annotations

import re
from functools import cache

from sealedbid.intelligence.vocabulary.loading import LANGUAGES, vocabulary


@cache
def pattern(section: str, name: str) -> re.Pattern[str]:
    """The words of all languages for one thing; one that finds nothing where there are none."""
    found = (vocabulary(language, "labels").get(section, {}) for language in LANGUAGES)
    words = dict.fromkeys(each for table in found for each in table.get(name, ()))
    return re.compile("|".join(words) or r"(?!)", re.IGNORECASE)


def longest(section: str, name: str, text: str) -> int:
    """Measure how far into ``text`` the words of one language reach at most; 0 for none."""
    found = (each.match(text) for each in _by_language(section, name))
    return max((match.end() for match in found if match), default=0)


@cache
def _by_language(section: str, name: str) -> tuple[re.Pattern[str], ...]:
    tables = (vocabulary(language, "labels").get(section, {}) for language in LANGUAGES)
    return tuple(
        re.compile("|".join(table[name]), re.IGNORECASE) for table in tables if table.get(name)
    )
