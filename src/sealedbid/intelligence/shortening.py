"""Texts on one line, and cut to a length."""

from __future__ import annotations

import re

# Signs that move a cursor, colour a terminal or turn the order of letters, and say nothing.
_UNPRINTED = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)


def on_one_line(text: str) -> str:
    """Return the same words without line breaks, and without signs that no page shows."""
    return " ".join(printable(text).split())


def printable(text: str) -> str:
    """Return the text without signs that no page shows and that a terminal would obey."""
    return _UNPRINTED.sub("", text)


def plural(count: int, one: str, many: str = "") -> str:
    """Return the number with the word for one, or for many: the word with an s by default."""
    return f"{count} {one if count == 1 else many or f'{one}s'}"


def shortened(text: str, length: int) -> str:
    """Return at most ``length`` characters, cut between words."""
    text = on_one_line(text)
    if len(text) <= length:
        return text
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(",;:.") + " …"
