"""Levels that an item carries itself: "[Must] ...", "Should: ...", "... (optional)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sealedbid.intelligence.brief.structure.columns import Level, level

BRACKETED = re.compile(r"\[\s?([^\W\d_][^\[\]\d]{0,24}?)\s?\]\s*[:–—-]?\s*")
OPENING = re.compile(
    r"([^\W\d_][^\W\d_' ’]{2,12}(?:[ -](?:have|haben))?)\s?(?::|\s[–—-])\s+(?=\S)", re.I
)
ROUND = re.compile(r"\(([^()\d]{4,24})\)\s*[:–—-]?\s+")
BEHIND = re.compile(r"\s[(\[]([^()\[\]\d]{4,24}|[MSCW])[)\]]\.?$")


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
        if opening and (given := level(opening[1])) and opening.end() < len(text):
            yield opening.end(), len(text), given
            return
    behind = BEHIND.search(text)
    if behind and behind.start() > 0 and (last := level(behind[1])):
        yield 0, behind.start(), last
