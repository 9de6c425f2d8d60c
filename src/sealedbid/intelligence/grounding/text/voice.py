"""The words for "we" and "you"."""

from __future__ import annotations

import re
from functools import cache

from sealedbid.intelligence.vocabulary.loading import vocabulary

# In Spanish the verb alone says "we"; nouns that end alike do not.
PROBAMOS = (
    r"(?!(?:ulti|maxi|mini|proxi|deci|anoni|opti|inti|legiti|centi|\w*gra|tra|ra|recla|extre|supre"
    r"|reclu|pre)mos\b)[a-z]{2,}[aei]mos"
)


@cache
def voice(language: str, who: str) -> re.Pattern[str]:
    """The pattern of the words for "we" or "you" in a language."""
    words = "|".join(re.escape(word) for word in vocabulary(language, "voice")[who])
    if (language, who) == ("es", "we"):
        words = f"{words}|{PROBAMOS}"
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")
