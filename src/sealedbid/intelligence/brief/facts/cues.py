"""Words that say what a value is for, compiled for the languages of a text."""

from __future__ import annotations

import re
from functools import cache

from sealedbid.intelligence.vocabulary.loading import spoken, vocabulary


@cache
def cue(language: str, concern: str, name: str) -> re.Pattern[str]:
    """The pattern of one list of purposes.toml: whole words or phrases in folded text."""
    words = [
        word for known in spoken(language) for word in vocabulary(known, "purposes")[concern][name]
    ]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w])")


def last_end(pattern: re.Pattern[str], text: str) -> int:
    """The end of the last match; 0 for none."""
    return max((match.end() for match in pattern.finditer(text)), default=0)
