"""The words around a value in its sentence, as far as they speak of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sealedbid.intelligence.brief.values.riders import ABBREVIATION

BEFORE, BEHIND = 170, 90
# Where a clause ends. A full stop inside a piece belongs to an abbreviation.
BREAK = re.compile(rf"[;!?\n]|{ABBREVIATION}\.\s(?=\w{{4}})|\s-\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """Folded words before and behind a value, up to the values beside it."""

    before: str
    behind: str

    def near(self, before: int, behind: int) -> str:
        """The nearest characters on both sides, with a mark where the value stands."""
        return f"{self.before[-before:]} \x01 {self.behind[:behind]}"


def clause(folded: str, start: int, end: int, others: Iterable[tuple[int, int]] = ()) -> Clause:
    """The clause of ``folded[start:end]``; ``others`` are the places of values beside it."""
    places = [place for place in others if place != (start, end)]
    low = max((stop for _, stop in places if stop <= start), default=0)
    high = min((begin for begin, _ in places if begin >= end), default=len(folded))
    before = folded[max(low, start - BEFORE) : start]
    # "Due date - 3 May": a mark right before the value parts nothing.
    cut = max(
        (match.end() for match in BREAK.finditer(before) if before[match.end() :].strip()),
        default=0,
    )
    behind = folded[end : min(high, end + BEHIND)]
    stop = BREAK.search(behind)
    return Clause(before=before[cut:], behind=behind[: stop.start()] if stop else behind)
