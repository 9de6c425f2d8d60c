"""The language of a text too short for small words: told by its words about dates and sums."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from sealedbid.intelligence.brief.vocabulary.loading import LANGUAGES, vocabulary

LEAST = 2  # words that only one language has
LEAD = 2.0  # how many more of them it has than the next one
MOST = 120  # words that are looked at
PLAIN = re.compile(r"(?:\\w\*|\\w\+|[a-z?'-]){3,}")
CONCERNS = {
    "dates": ("reply", "due", "by", "deadline", "questions", "issued", "start", "end"),
    "sums": ("budget", "plain_budget", "total"),
    "counts": ("contract", "firm", "extension", "answer", "limit", "validity"),
}


def told_by_words(words: list[str]) -> str:
    """The code of the language of ``words``, folded; empty where they do not tell."""
    counts: Counter[str] = Counter()
    for word in dict.fromkeys(words[:MOST]):
        found = [language for language in LANGUAGES if _telling(language).fullmatch(word)]
        if len(found) == 1:
            counts[found[0]] += 1
    (first, best), (_, second) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    return first if best >= LEAST and best >= LEAD * second else ""


@cache
def _telling(language: str) -> re.Pattern[str]:
    """The single words of a language's lists of purposes."""
    table = vocabulary(language, "purposes")
    lists = (table[concern][name] for concern, names in CONCERNS.items() for name in names)
    single = dict.fromkeys(word for each in lists for word in each if PLAIN.fullmatch(word))
    return re.compile("|".join(single))
