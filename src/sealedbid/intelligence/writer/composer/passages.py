"""Paragraphs out of passages, as they stand."""

from __future__ import annotations

import re

from sealedbid.intelligence.writer.composer.words import overlap

_BREAK = re.compile(r"\n[ \t]*\n")
# What cannot stand in the middle of a page by itself.
_UNFIT = re.compile(r"^\s*(#|\||```|~~~|<|!\[|---|===|\[\^)")
_LIST = re.compile(r"^\s*([-*+]|\d+[.)])\s")
SHORTEST, LONGEST = 40, 900  # characters of a paragraph worth quoting


def paragraphs(text: str) -> list[str]:
    """The text's paragraphs that can be quoted by themselves, each word for word."""
    found = [piece.strip() for piece in _BREAK.split(text)]
    return [
        piece
        for piece in found
        if SHORTEST <= len(piece) <= LONGEST
        and not _UNFIT.match(piece)
        and not _LIST.match(piece)
        and not piece.endswith(":")
    ]


def best_paragraph(text: str, question: str) -> str | None:
    """The paragraph that has most of the question's words; the first of those that have as many."""
    candidates = paragraphs(text)
    return max(candidates, key=lambda piece: overlap(question, piece), default=None)
