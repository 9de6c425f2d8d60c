"""Words that only one language has, for texts that are too short for small words to tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from sealedbid.intelligence.vocabulary.loading import LANGUAGES, vocabulary

MOST = 120  # words that are looked at
PLAIN = re.compile(r"(?:\\w\*|\\w\+|[a-z?'-]){3,}")
CONCERNS = {
    "dates": ("reply", "due", "by", "deadline", "questions", "issued", "start", "end"),
    "sums": ("budget", "plain_budget", "total"),
    "counts": ("contract", "firm", "extension", "answer", "limit", "validity"),
}
ENDINGS = {"es": [r"\w{3,}cion(?:es)?"], "de": [r"\w{4,}(?:ung|keit|heit)(?:en)?"]}


def telling_words(words: Sequence[str]) -> Counter[str]:
    """The number of ``words``, folded, that only the language has, by language."""
    counts: Counter[str] = Counter()
    for word in dict.fromkeys(words[:MOST]):
        found = [language for language in LANGUAGES if _telling(language).fullmatch(word)]
        if len(found) == 1:
            counts[found[0]] += 1
    return counts


@cache
def _telling(language: str) -> re.Pattern[str]:
    """The single words of a language's lists of purposes."""
    table = vocabulary(language, "purposes")
    lists = (table[concern][name] for concern, names in CONCERNS.items() for name in names)
    single = dict.fromkeys(word for each in lists for word in each if PLAIN.fullmatch(word))
    return re.compile("|".join([*single, *ENDINGS.get(language, ())]))
