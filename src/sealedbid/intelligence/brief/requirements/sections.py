"""Find what a heading says of its section: must haves, wishes, what is out of scope, a backlog."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal, TypeAlias

from sealedbid.intelligence.vocabulary.patterns import pattern

Section: TypeAlias = Literal[
    "must", "should", "may", "none", "backlog", "contents", "form", "submission", "not_asked"
]
ORDER: tuple[Section, ...] = (
    *("none", "contents", "backlog", "may", "should", "must", "not_asked", "form", "submission"),
)
NUMBER = re.compile(
    r"^[\W\d_]*(?:(?:sec(?:tion)?|part|article|abschnitt|teil|partie|parte|deel)\.?\s*[\d.]+\s*)?"
    r"(?:[A-Z][.)]\s+)?",
    re.IGNORECASE,
)
ASIDE = re.compile(r"\s*\([^()]{0,80}\)\s*$")
LONGEST = 120


@lru_cache(maxsize=1024)
def section(heading: str) -> Section | None:
    """Find what a heading or a lead-in names; None for what is not known."""
    found = without_number(heading)
    found = ASIDE.sub("", found).strip()
    if not found or len(found) > LONGEST:
        return None
    return next((name for name, pattern in _patterns() if pattern.fullmatch(found)), None)


def is_judged(heading: str) -> bool:
    """True if a heading's section says how answers are judged."""
    return pattern("headings", "judged").search(heading) is not None


def without_number(heading: str) -> str:
    """A heading's words behind its number, without the marks around them."""
    return NUMBER.sub("", " ".join(heading.split()), count=1).strip(" :.*_-–—")


@cache
def _patterns() -> tuple[tuple[Section, re.Pattern[str]], ...]:
    return tuple((name, pattern("headings", name)) for name in ORDER)
