"""Patterns out of the files of labels, which hold for all languages at once.

A brief in one language may have a table or a heading in another.
"""

from __future__ import annotations

import re
from functools import cache

from sealedbid.intelligence.brief.vocabulary.loading import LANGUAGES, vocabulary


@cache
def pattern(section: str, name: str) -> re.Pattern[str]:
    """The words of all languages for one thing; a pattern that finds nothing where there are none."""
    found = (vocabulary(language, "labels").get(section, {}) for language in LANGUAGES)
    words = dict.fromkeys(each for table in found for each in table.get(name, ()))
    return re.compile("|".join(words) or r"(?!)", re.IGNORECASE)
