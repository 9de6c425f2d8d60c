"""Phrases to flag: promises, and words that promise nothing and say nothing."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from sealedbid.intelligence.vocabulary.folding import fold
from sealedbid.intelligence.vocabulary.loading import LANGUAGES, vocabulary

_AS = re.compile(r"(?<!\w)(?:as|wie|comme|como|zoals)(?: (?:von|par|por|door) \w{1,20})? ?\Z")


def commitments(text: str, language: str) -> list[str]:
    """List the promises of a text, in their words."""
    return list(dict.fromkeys(commitments_by_class(fold(text), language).values()))


def weasels(text: str, language: str) -> list[str]:
    """List the phrases of a text that any firm would write."""
    return [match[0] for match in _pattern(_known(language), "weasel", "any").finditer(fold(text))]


@lru_cache(maxsize=8192)
def commitments_by_class(folded: str, language: str) -> dict[str, str]:
    """The promises of folded text: the first words of each class that it has."""
    known = _known(language)
    found: dict[str, str] = {}
    for name in vocabulary(known, "phrases")["commit"]:
        match = _pattern(known, "commit", name).search(folded)
        if match:
            found[name] = match[0]
    return found


@lru_cache(maxsize=8192)
def given_by_class(folded: str, language: str) -> frozenset[str]:
    """The classes of promises that a source makes, or says in other words."""
    known = _known(language)
    found = set(commitments_by_class(folded, known))
    for name in vocabulary(known, "phrases")["given"]:
        if _pattern(known, "given", name).search(folded):
            found.add(name)
    return frozenset(found)


def asks_for(folded: str, language: str) -> bool:
    """True if folded text tells what somebody wants, and so promises nothing by itself.

    "As you require" tells that it is so.
    """
    found = _pattern(_known(language), "asking", "any").finditer(folded)
    return any(_AS.search(folded, 0, match.start()) is None for match in found)


def demands(folded: str, language: str) -> bool:
    """True if folded text lays a duty on somebody: it tells of nothing that is."""
    return _pattern(_known(language), "duty", "any").search(folded) is not None


def acts(folded: str, language: str) -> re.Match[str] | None:
    """The first words of folded text that tell of a decision: approved, signed, confirmed."""
    return _pattern(_known(language), "act", "any").search(folded)


def offers(folded: str, language: str) -> str:
    """Return the first word of folded text that names a sum of an offer; empty without one."""
    found = _pattern(_known(language), "offer", "any").search(folded)
    return found[0] if found else ""


def _known(language: str) -> str:
    return language if language in LANGUAGES else "en"


@cache
def _pattern(language: str, section: str, name: str) -> re.Pattern[str]:
    words = vocabulary(language, "phrases")[section][name]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?!\w)")
