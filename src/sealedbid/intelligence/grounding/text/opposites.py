"""Pairs of words that say the opposite of each other: more and less first."""

from __future__ import annotations

import re
from functools import cache

from sealedbid.intelligence.vocabulary.loading import vocabulary


@cache
def opposites(language: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """The pairs of a language."""
    pairs = (each.split(" / ") for each in vocabulary(language, "claims")["opposites"]["pairs"])
    return tuple((_word(one), _word(other)) for one, other in pairs)


def _word(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{words})(?!\w)")
