"""Words that change a claim: negations, conditions, strength, cause, roles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from sealedbid.intelligence.brief.values.riders import riders
from sealedbid.intelligence.vocabulary.loading import spoken, vocabulary

STRENGTHS = ("all", "always", "never", "only", "first", "best", "most")
CAUSES = ("because", "cut")
ROLES = ("part", "made", "lead")  # in their rank


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """The words found, by what they do to the claim.

    ``unlike`` are words that deny something without a negation ("closed", "refused"). ``strength``,
    ``cause`` and ``roles`` have the class of each word.
    """

    negations: tuple[str, ...]
    unlike: frozenset[str]
    conditions: tuple[str, ...]
    softeners: tuple[str, ...]
    strength: dict[str, str]
    cause: dict[str, str]
    roles: dict[str, str]
    certificates: tuple[str, ...]


@lru_cache(maxsize=8192)
def marks_in(folded: str, language: str) -> Marks:
    """Find the marks in a piece of folded text."""
    folded = without_taxes(folded, language)
    return Marks(
        negations=_found(folded, language, "not"),
        unlike=frozenset(_found(folded, language, "unlike")),
        conditions=_found(folded, language, "conditions", "hard"),
        softeners=_found(folded, language, "conditions", "soft"),
        strength=_classes(folded, language, "strength", STRENGTHS),
        cause=_classes(folded, language, "cause", CAUSES),
        roles=_classes(folded, language, "roles", ROLES),
        certificates=_found(folded, language, "certificates", "words"),
    )


def without_taxes(folded: str, language: str) -> str:
    """Blank "without VAT" and "no more than": they deny nothing, and are a part of the sum."""
    known = riders(language)
    for pattern in (known.on_top, known.included, claim_words(language, "bounding")):
        folded = pattern.sub(" ", folded)
    return folded


def _classes(folded: str, language: str, section: str, names: tuple[str, ...]) -> dict[str, str]:
    return {word: name for name in names for word in _found(folded, language, section, name)}


def _found(folded: str, language: str, *place: str) -> tuple[str, ...]:
    return tuple(match[0] for match in claim_words(language, *place).finditer(folded))


@cache
def claim_words(language: str, *place: str) -> re.Pattern[str]:
    """The pattern of a list of words in one language."""
    table = vocabulary(language, "claims")
    for name in place:
        table = table[name]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(table)})(?![\w])")


@cache
def articles(language: str) -> frozenset[str]:
    """The small words of a language, and of English, at which a run of nouns ends."""
    return frozenset(
        word for known in spoken(language) for word in vocabulary(known, "claims")["articles"]
    )
