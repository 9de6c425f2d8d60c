"""Text as patterns read it: small letters without accents, one sign for each sign of the text."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

DASHES = "‐‑‒–—−"
QUOTES = "‘’ʼ´`"
KEPT = {"ß": "s", "½": "½", "…": "…"}


def fold(text: str) -> str:
    """Fold ``text``; the result is as long, so that a place in one is a place in the other."""
    if text.isascii():
        return text.lower().translate(SPACES)
    return "".join(map(_one, text))


SPACES = {ord(sign): " " for sign in "\t\n\r\x0b\x0c"}


@lru_cache(maxsize=4096)
def _one(sign: str) -> str:
    if sign in KEPT:
        return KEPT[sign]
    if sign.isspace():
        return " "
    if sign in DASHES:
        return "-"
    if sign in QUOTES:
        return "'"
    if not sign.isalpha():
        return sign
    return (unicodedata.normalize("NFKD", sign)[0].lower() or sign)[0]
