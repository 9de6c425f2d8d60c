"""The hash that an answer is kept by: that of the brief's text."""

from __future__ import annotations

import hashlib


def brief_hash(text: str) -> bytes:
    """The SHA-256 of a brief in UTF-8: answers belong to a text, not to a proposal alone."""
    return hashlib.sha256(text.encode("utf-8")).digest()
