"""Levels that an item carries itself: "[Must] ...", "Should: ...", "... (optional)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sealedbid.intelligence.brief.requirements.sections import section
from sealedbid.intelligence.brief.structure.columns import Level, level

BRACKETED = re.compile(r"\[\s?([^\W\d_][^\[\]\d]{0,24}?)\s?\]\s*[:–—-]?\s*")
OPENING = re.compile(r"([^\W\d_][\w'’]{2,12}(?:[ -][\w'’]{2,8}){0,3})\s?(?::|\s[–—-])\s+(?=\S)")
ROUND = re.compile(r"\(([^()\d]{4,24})\)\s*[:–—-]?\s+")
BEHIND = re.compile(r"\s[(\[]([^()\[\]\d]{4,24}|[MSCWDO])[)\]]\.?$")

COMMA = re.compile(r",\s+")
LONGEST = 6  # words of a part of an enumeration


def marked(text: str) -> Iterator[tuple[int, int, Level]]:
    """The parts of ``text`` with a level of their own: start, end, level; none where none is."""
    brackets = [
        (match, said) for match in BRACKETED.finditer(text) if (said := level(match[1])) is not None
    ]
    if brackets and not text[: brackets[0][0].start()].strip():
        ends = [match.start() for match, _ in brackets[1:]] + [len(text)]
        for (match, said), end in zip(brackets, ends, strict=True):
            stop = len(text[:end].rstrip())
            if match.end() < stop:
                yield match.end(), stop, said
        return
    for pattern in (OPENING, ROUND):
        opening = pattern.match(text)
        if opening and (given := _given(opening[1])) and opening.end() < len(text):
            for start, end in _parts(text, opening.end()):
                yield start, end, given
            return
    behind = BEHIND.search(text)
    if behind and behind.start() > 0 and (last := level(behind[1])):
        yield 0, behind.start(), last


def _given(words: str) -> Level | None:
    """The level that words name as a mark or as a section's heading: "Nice-to-haves"."""
    named = section(words)
    if named == "must" or named == "should" or named == "may" or named == "none":
        return named
    return level(words)


def _parts(text: str, start: int) -> list[tuple[int, int]]:
    """The parts of a short enumeration behind ``start``, or all of it as one."""
    ends = [*(match.start() for match in COMMA.finditer(text, start)), len(text)]
    starts = [start, *(match.end() for match in COMMA.finditer(text, start))]
    parts = list(zip(starts, ends, strict=True))
    if len(parts) < 3 or any(len(text[one:two].split()) > LONGEST for one, two in parts):
        return [(start, len(text))]
    return parts
