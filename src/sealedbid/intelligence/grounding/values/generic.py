"""Nouns by which any number of things may be counted: "people", "items"."""

from __future__ import annotations

import re
from functools import cache

from sealedbid.intelligence.grounding.text.marks import claim_words
from sealedbid.intelligence.grounding.values.nouns import noun
from sealedbid.intelligence.vocabulary.loading import LANGUAGES


@cache
def _generic_words() -> re.Pattern[str]:
    words = "|".join(claim_words(language, "generic").pattern for language in LANGUAGES)
    return re.compile(words)


@cache
def _generic_nouns() -> frozenset[str]:
    return frozenset(
        noun(word, language)
        for language in LANGUAGES
        for word in ("people", "persons", "person", "items", "things", "times", "others")
    )


def is_generic(head: str) -> bool:
    """True for a noun that any number of things may be counted by."""
    return head in _generic_nouns() or _generic_words().fullmatch(head) is not None
