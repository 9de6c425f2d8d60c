"""Find what a requirement is about, by its words and, where they do not say, by its heading's."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

from sealedbid.intelligence.brief.models import RequirementKind
from sealedbid.intelligence.brief.requirements.words import Words, words_of

# The order decides between equals.
KINDS: tuple[RequirementKind, ...] = (
    *("submission", "staffing", "delivery", "price", "legal", "experience"),
)


def kind_of(text: str, heading: str, words: Words) -> RequirementKind:
    """The kind that most words of ``text`` vote for, its heading's words counting half."""
    if words["papers.any"].match(text):
        return "submission"
    counts: Counter[str] = Counter()
    for weight, said in ((2, text), (1, words["papers.request"].sub(" ", heading))):
        for kind, _ in _votes(said, words.language):
            counts[kind] += weight
    best = max(KINDS, key=lambda kind: counts[kind])
    return best if counts[best] else "delivery"


@cache
def _voters(language: str) -> re.Pattern[str]:
    said = words_of(language).table["kinds"]
    named = "|".join(f"(?P<{kind}>{'|'.join(alternatives)})" for kind, alternatives in said.items())
    return re.compile(rf"\b(?:{named})\b", re.IGNORECASE)


@lru_cache(maxsize=256)
def _votes(text: str, language: str) -> frozenset[tuple[str, str]]:
    """Each different word of ``text`` that votes, with the kind it votes for."""
    found = _voters(language).finditer(text)
    return frozenset((each.lastgroup or "", each[0].lower()) for each in found)
