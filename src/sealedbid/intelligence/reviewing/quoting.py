"""Sentences that are word for word in a quote."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LINK = re.compile(r"!?\[([^\]\n]{0,300})\]\(([^)\s]{0,500})\)")
_MARKS = re.compile(r"\*\*|__|``?|\\(?=\|)")
_BULLET = re.compile(r"(?m)^\s{0,12}(?:[-*+•]|\d{1,3}[.)])\s+")
FEWEST, LONGEST = 2, 3  # terms of a list, words of a term


def plain(text: str) -> str:
    """A text on one line without marks of Markdown; the words of a link stand for it."""
    return " ".join(
        _MARKS.sub("", _LINK.sub(lambda found: found[1] or found[2], _BULLET.sub("", text))).split()
    )


def is_word_for_word(sentence: str, quotes: Sequence[str]) -> bool:
    """True if one of the quotes has the sentence as it is."""
    words = plain(sentence)
    said = [plain(quote) for quote in quotes]
    return any(words in quote for quote in said) or words in " ".join(said)


def are_terms(text: str, said: str) -> bool:
    """True for a list of single terms that are all in ``said``: no sentence, and no claim."""
    terms = [term.strip() for term in text.split(",")]
    if text.rstrip().endswith((".", "!", "?", ":")) or len(terms) < FEWEST:
        return False
    known = said.casefold()
    return all(len(term.split()) <= LONGEST and term.casefold() in known for term in terms)
