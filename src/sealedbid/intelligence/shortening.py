"""Texts on one line, and cut to a length."""

from __future__ import annotations


def on_one_line(text: str) -> str:
    """Return the same words without line breaks."""
    return " ".join(text.split())


def plural(count: int, one: str, many: str = "") -> str:
    """Return the number with the word for one, or for many: the word with an s by default."""
    return f"{count} {one if count == 1 else many or f'{one}s'}"


def shortened(text: str, length: int) -> str:
    """Return at most ``length`` characters, cut between words."""
    text = on_one_line(text)
    if len(text) <= length:
        return text
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(",;:.") + " …"
