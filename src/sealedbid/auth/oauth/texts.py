"""Texts of a provider, as they may be kept."""

from __future__ import annotations

from typing import Any, Final

LONGEST_NAME: Final = 200


def text_from(given: Any, longest: int) -> str:
    """Return a text that can be kept whole, otherwise the empty one."""
    if not isinstance(given, str) or len(given) > longest or not given.isprintable():
        return ""
    return given if given.isascii() or _is_storable(given) else ""


def name_from(given: Any) -> str:
    """Return a name in one line; colleagues see it, and nothing hangs on it."""
    if not isinstance(given, str):
        return ""
    shown = "".join(sign if sign.isprintable() else " " for sign in given[: 4 * LONGEST_NAME])
    return " ".join(shown.split())[:LONGEST_NAME].strip()


def _is_storable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
