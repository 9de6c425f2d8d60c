"""Spans: two dates that begin and end one, and lengths that count from something."""

from __future__ import annotations

import re

from sealedbid.intelligence.brief.facts.cues import cue
from sealedbid.intelligence.brief.facts.lines import Line
from sealedbid.intelligence.brief.facts.purpose import NOUNS, Purpose, date_cue
from sealedbid.intelligence.brief.facts.values import Moment
from sealedbid.intelligence.brief.values.models import Read

PERIOD_REACH = 80
SPAN = re.compile(
    r"\s?(?:-|to|until|through|bis|bis zum|au|al|a|tot|tot en met)\s?(?:the|le|el|den)?\s?"
)
# "within 12 weeks from the signing of the contract": what a length counts from is no purpose.
FROM = re.compile(
    r"\s?(?:from|after|of|following|nach|ab|apres|a compter|suivant|desde|despues|na|vanaf)\b"
    r"[^,;.]{0,60}"
)


def purpose_in_span(line: Line, read: Read[Moment], language: str) -> Purpose | None:
    """The purpose of a date that begins or ends a span of two: "from 1.3.2027 to 30.6.2027"."""
    index = line.moments.index(read)
    ends = index > 0 and _joined(line, line.moments[index - 1], read)
    begins = index + 1 < len(line.moments) and _joined(line, read, line.moments[index + 1])
    whole = read.value is not None and read.value.last is not None and not read.inferred
    if not (ends or begins or whole):
        return None
    first = line.moments[index - 1] if ends else read
    before = f"{line.label} {line.folded[max(0, first.start - PERIOD_REACH) : first.start]}"
    period = cue(language, "counts", "firm").search(before) or (
        NOUNS.search(before) and date_cue(language, "start").search(before)
    )
    if period:
        return Purpose(kind="end" if ends else "start", rank=2)
    return Purpose(kind="past", rank=1) if ends and not whole else None


def _joined(line: Line, one: Read[Moment], two: Read[Moment]) -> bool:
    return SPAN.fullmatch(line.folded[one.end : two.start]) is not None


def without_lengths(line: Line) -> str:
    """The line's words with blanks for what its lengths count from."""
    folded = line.folded
    for each in line.lengths:
        match = FROM.match(folded, each.end)
        if match:
            end = min([match.end(), *(m.start for m in line.moments if m.start >= each.end)])
            folded = folded[: each.end] + " " * (end - each.end) + folded[end:]
    return folded
