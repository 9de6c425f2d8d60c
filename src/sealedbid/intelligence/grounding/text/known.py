"""The words of a text among which names are looked up."""

from __future__ import annotations

import re
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:['’&.-][^\W_]+)*")
PARTS = re.compile(r"[-'’.&]")


@lru_cache(maxsize=1024)
def known_words(folded: str) -> frozenset[str]:
    """The words of a folded text, whole and by their parts."""
    found: set[str] = set()
    for match in WORD.finditer(folded):
        found.add(match[0])
        found.update(PARTS.split(match[0]))
    return frozenset(found)


def forms_of(word: str) -> tuple[str, ...]:
    """A word with and without the ending of a plural or a possessive."""
    return (word, word.removesuffix("s"), f"{word}s", f"{word}es", word.removesuffix("n"))
