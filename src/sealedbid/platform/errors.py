"""The root of every error that Sealedbid raises on purpose."""

from __future__ import annotations

_ENDS = (".", "?", "!", "…", ":")


class SealedbidError(Exception):
    """Something a person can act on: its text is one sentence, or a few, that say what to do.

    The command line prints the text and exits with 1; it never prints a traceback for one of these.
    """


def ended(words: str) -> str:
    """Somebody else's words as a sentence: with a full stop, unless they end in a mark already."""
    words = words.strip()
    return words if words.endswith(_ENDS) else f"{words}."
