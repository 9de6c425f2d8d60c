"""The words for "we" and "you"."""

from __future__ import annotations

import re
from functools import cache

from sealedbid.intelligence.vocabulary.loading import vocabulary


@cache
def voice(language: str, who: str) -> re.Pattern[str]:
    """The pattern of the words for "we" or "you" in a language."""
    words = "|".join(re.escape(word) for word in vocabulary(language, "voice")[who])
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")
