"""Words that bound a number: "up to", "at least", "about", "more than"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, Literal, TypeAlias, get_args

from sealedbid.intelligence.grounding.values.models import Bounding
from sealedbid.intelligence.vocabulary.loading import spoken, vocabulary

BEFORE, BEHIND = 34, 40  # characters that are looked at
BOUNDINGS: tuple[Bounding, ...] = get_args(Bounding)[1:]
SKIPPED = r"(?:(?:the|a|an|der|die|den|dem|das|les?|la|los|las|el|de|het|only|just)\s)?"
PER = "per|pro|par|por|je|an|a"  # "minimum per order: $60"
SIGN = r"(?:[€$£₹]|us\$|usd|eur|gbp|chf)?\s?"
Change: TypeAlias = Literal["same", "harmless", "other"]
# What becomes of a bound of the source, by the bound of the draft. All that is not here is "other".
SAME: Final[frozenset[tuple[str, str]]] = frozenset(
    {
        ("most", "within"), ("within", "most"), ("within", "less"), ("less", "within"),
        ("more", "least"), ("less", "most"), ("", "within"), ("", "after"),
    }
)  # fmt: skip
HARMLESS: Final[frozenset[tuple[str, str]]] = frozenset(
    {
        ("least", ""), ("more", ""), ("less", ""), ("about", ""), ("within", ""), ("after", ""),
        ("", "about"), ("", "most"), ("least", "about"), ("more", "about"),
        ("most", "about"), ("less", "about"), ("most", "less"),
    }
)  # fmt: skip


def bound_at(shadow: str, start: int, end: int, language: str) -> Bounding:
    """The bound of the number in ``shadow[start:end]``."""
    before, behind = _patterns(language)
    found = before.search(shadow, max(0, start - BEFORE), start)
    if found is None:
        found = behind.match(shadow, end, end + BEHIND)
    if found is None:
        return ""
    return next(name for name in BOUNDINGS if name in found.groupdict() and found[name])


def change(source: Bounding, draft: Bounding) -> Change:
    """Tell if the draft says the same, harmlessly less, or something else than the source."""
    if source == draft or (source, draft) in SAME:
        return "same"
    return "harmless" if (source, draft) in HARMLESS else "other"


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    before = _either(language, "before")
    behind = _either(language, "behind")
    return (
        re.compile(rf"(?<![\w-])(?:{before})(?:\s(?:{PER})\s\w{{2,12}})?\s?:?\s?{SKIPPED}{SIGN}$"),
        re.compile(rf"[\s,]{{0,2}}(?:[\w%]+\x00{{0,9}},?\s){{0,4}}(?:{behind})(?!\w|\s\d)"),
    )


def _either(language: str, place: str) -> str:
    """A pattern with a group for each bound; the longest words win within it."""
    parts = []
    for name in BOUNDINGS:
        words = [
            word
            for known in spoken(language)
            for word in vocabulary(known, "bounds")[place].get(name, ())
        ]
        if words:
            ordered = sorted(set(words), key=lambda word: (-len(word), word))
            parts.append(rf"(?P<{name}>{'|'.join(ordered)})")
    return "|".join(parts)
