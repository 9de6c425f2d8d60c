"""Words that are refused whatever the source: ours, of another language, in no one's place."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from sealedbid.intelligence.brief.language import language_of, small_words
from sealedbid.intelligence.brief.values.dates import find_dates
from sealedbid.intelligence.vocabulary.folding import fold
from sealedbid.intelligence.vocabulary.loading import LANGUAGES, vocabulary
from sealedbid.intelligence.writer.prose.briefing import rules

SURE_OF_LANGUAGE: Final = 12  # words from which on a sentence's language is told
ECHO: Final = 7  # words in a row that are ours
_OURS = re.compile(r"</?p\b|\bid=|‹/?p\b|\b(?:S|T|P|ASK) ?\||\bkind=")
_WORD = re.compile(r"\w+")


def other_language(text: str, language: str) -> str:
    """The language of a sentence that is plainly in another one than it should be; else empty."""
    if len(text.split()) < SURE_OF_LANGUAGE or language not in LANGUAGES:
        return ""
    said = language_of(text)
    if said in ("", language):
        return ""
    words = set(_words(fold(text)))
    own, other = words & small_words(language), words & small_words(said)
    return said if len(other) >= len(own) + 2 else ""


def is_echo(text: str) -> bool:
    """Return True if words in a row are those of our instructions."""
    if _OURS.search(text):
        return True
    words = _words(text)
    return any(tuple(words[n : n + ECHO]) in _grams() for n in range(len(words) - ECHO + 1))


@cache
def _grams() -> frozenset[tuple[str, ...]]:
    words = _words(rules())
    return frozenset(tuple(words[n : n + ECHO]) for n in range(len(words) - ECHO + 1))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def any_of(text: str, concern: str, language: str) -> bool:
    """Return True if a word of the voice's list stands in the text."""
    words = vocabulary(language if language in LANGUAGES else "en", "voice")[concern]
    folded = fold(text)
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", folded) for word in words)


def has_day(text: str, written: str) -> bool:
    """Return True if the text has the same day, however it writes it."""
    wanted = {(one.year, one.month, one.day) for one in find_dates(written)}
    return bool(wanted & {(one.year, one.month, one.day) for one in find_dates(text)})
