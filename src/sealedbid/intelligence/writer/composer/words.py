"""Words that carry meaning, for telling whether two texts speak of the same."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_][\w-]{2,}")
_ANY = re.compile(r"\w+")
# Words of any brief and any answer: that both have them says nothing.
_COMMON = frozenset(
    """
    about above after all also and any are been before being below both but can contract
    contractor could deliver each for from had has have how include including into its may
    more most must need needs not offer offeror other our out over please project proposal
    provide provided quotation required requirement requirements response section services
    shall should some such than that the their them then there these they this those through
    under until upon use used using vendor was well were what when where which while who will
    with within work would you your
    """.split()  # noqa: SIM905 - read more easily than a list of strings
)


@lru_cache(maxsize=20_000)
def content_words(text: str) -> frozenset[str]:
    """The text's words without the common ones, cut to their stem (of seven letters, crudely)."""
    found: set[str] = set()
    for word in _WORD.findall(text.lower()):
        for part in {word, *word.split("-")}:
            if len(part) > 2 and part not in _COMMON:
                found.add(part[:7].rstrip("s"))
    return frozenset(found)


def overlap(question: str, passage: str) -> float:
    """The share of the question's content words that stand in the passage."""
    asked = content_words(question)
    return len(asked & content_words(passage)) / len(asked) if asked else 0.0


def likeness(one: str, other: str) -> float:
    """The share of the shorter text's content words that stand in the other; 0 without words."""
    first, second = content_words(one), content_words(other)
    least = min(len(first), len(second))
    return len(first & second) / least if least else 0.0


def plain_words(text: str) -> tuple[str, ...]:
    """Every word and number of a text, in lower case and in order."""
    return tuple(_ANY.findall(text.lower()))


def slug(name: str) -> str:
    """The name in lower case with hyphens, as it stands in the key of a question."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60] or "item"
