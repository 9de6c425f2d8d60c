"""The language of a text, told by its small words."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Any

from sealedbid.intelligence.brief.telling_words import telling_words
from sealedbid.intelligence.vocabulary.folding import fold
from sealedbid.intelligence.vocabulary.loading import LANGUAGES

WORD = re.compile(r"[^\W\d_]+")
ENOUGH = 60_000  # characters that are looked at: a longer text does not change its language
SHORT = 60  # words of a text whose words about dates and sums count
WORTH = 2  # small words that a telling one is worth
LEAST = 2  # small words that must be there
LEAD = 1.4  # how much more of them the language has than the next one


@cache
def table_of_languages() -> dict[str, Any]:
    """Names of languages and their small words."""
    place = files("sealedbid.intelligence.vocabulary") / "languages.toml"
    return tomllib.loads(place.read_text(encoding="utf-8"))


def language_of(text: str) -> str:
    """The ISO 639-1 code of the language that ``text`` is in; empty where its words do not tell.

    Languages outside ``LANGUAGES`` are told too, so that it can be said which one is not read.
    """
    found = WORD.findall(fold(text[:ENOUGH]))
    counts = Counter(found)
    told = telling_words(found) if len(found) <= SHORT else Counter[str]()
    scores = sorted(
        (
            (_score(sum(counts[word] for word in words), told[language]), language)
            for language, words in _all_small_words().items()
        ),
        reverse=True,
    )
    (best, language), (second, _) = scores[0], scores[1]
    return language if best >= LEAST and best >= LEAD * second else ""


def _score(small: int, telling: int) -> int:
    """Small words and telling ones together; a telling word alone says nothing."""
    return small + (WORTH * telling if small or telling > 1 else 0)


def is_read(language: str) -> bool:
    """True if words of that language are known; of others only tables and dates are read."""
    return language in LANGUAGES


def unread(language: str) -> str:
    """Say that a brief's language is not read; empty for one that is."""
    if is_read(language):
        return ""
    name = name_of(language) or "a language that is not known here"
    return f"This brief is in {name}: only its tables and dates were read."


def small_words(language: str) -> frozenset[str]:
    """The frequent words of a language that say nothing, folded; none of one that is unknown."""
    return _all_small_words().get(language, frozenset())


def name_of(language: str) -> str:
    """The English name of a language; empty for none."""
    return str(table_of_languages()["said"].get(language, ""))


@cache
def _all_small_words() -> dict[str, frozenset[str]]:
    words = table_of_languages()["stop_words"]
    return {language: frozenset(words[language].split()) for language in words}
