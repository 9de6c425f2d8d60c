"""Text as patterns read it: small letters without accents, one sign for each sign of the text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

DASHES = "‐‑‒–—−"
QUOTES = "‘’ʼ´`"
KEPT = {"ß": "s", "½": "½", "…": "…"}

UNSEEN: Final = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\U000e0000-\U000e007f]"
)
"""Signs without a width: nobody sees them, and they may hide a tag, or words."""


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
