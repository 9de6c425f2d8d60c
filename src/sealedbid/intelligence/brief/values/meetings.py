"""The clock that belongs to each date of a run of words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sealedbid.intelligence.brief.values.clocks import Clock, find_clocks
from sealedbid.intelligence.brief.values.written import Written

BEFORE, BEHIND = 64, 48  # characters around a date in which its clock stands
APART = re.compile(r"[.;!?]\s+\w{3}|\b(?:and|und|et|y|en|but|open|from|to|between)\b")
MOST_WORDS = 6


def clocks_of(folded: str, dates: Sequence[Written]) -> dict[int, Clock]:
    """The clock of each date, by the date's index; the nearest pairs are made first."""
    pairs: list[tuple[int, bool, int, Clock]] = []
    for index, written in enumerate(dates):
        if written.clock:
            continue
        low = dates[index - 1].end if index else 0
        high = dates[index + 1].start if index + 1 < len(dates) else len(folded)
        start, end = max(low, written.start - BEFORE), min(high, written.end + BEHIND)
        for clock in find_clocks(folded, start, written.start):
            gap = folded[clock.end : written.start]
            if _joins(gap):
                pairs.append((len(gap), True, index, clock))
        for clock in find_clocks(folded, written.end, end):
            gap = folded[written.end : clock.start]
            if _joins(gap):
                pairs.append((len(gap), False, index, clock))
    found: dict[int, Clock] = {}
    used: set[int] = set()
    for _, _, index, clock in sorted(pairs, key=lambda pair: pair[:3]):
        if index not in found and clock.start not in used:
            found[index] = clock
            used.add(clock.start)
    return found


def _joins(gap: str) -> bool:
    return APART.search(gap) is None and len(gap.split()) <= MOST_WORDS
