"""Names that people give themselves, as pages and mails show them."""

from __future__ import annotations


def in_print(text: str) -> str:
    """Put a text on one line, without signs that nobody sees: some turn a line round."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def shortened(text: str, longest: int) -> str:
    """Put a text on one line of at most so many characters; an ellipsis says that it went on."""
    shown = in_print(text)
    return shown if len(shown) <= longest else f"{shown[: longest - 1].rstrip()}…"
