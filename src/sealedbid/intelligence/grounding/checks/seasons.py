"""Seasons: a spring is no autumn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sealedbid.intelligence.grounding.claims import Claim
from sealedbid.intelligence.grounding.found import Found, hard
from sealedbid.intelligence.vocabulary.loading import LANGUAGES, vocabulary


def check_seasons(claim: Claim) -> Iterator[Found]:
    """Find a season that no cited source names, in whatever language it is."""
    theirs = {
        number for one in claim.cited for number, _ in _seasons(one.text.folded, one.text.language)
    }
    for number, word in _seasons(claim.text.folded, claim.text.language):
        if number not in theirs:
            yield hard("date", word, "this season is in no source that the sentence cites")


def _seasons(folded: str, language: str) -> Iterator[tuple[int, str]]:
    """The seasons in a text, from 0 for spring, each with its word."""
    for number, pattern in enumerate(_patterns(language)):
        found = pattern.search(folded)
        if found:
            yield number, found[0]


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    known = language if language in LANGUAGES else "en"
    words = vocabulary(known, "claims")["seasons"]
    return tuple(re.compile(rf"(?<![\w-])(?:{each})s?(?!\w)") for each in words)
