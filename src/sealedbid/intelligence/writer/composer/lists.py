"""Answers that are lists: entries parted by semicolons, as "sprint 1: staging; sprint 2: keys"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

_PLACE: Final = re.compile(
    r"(?:[^\W\d]{2,12}\s+)?(?P<first>\d{1,2})(?:\s*(?:-|–|,|&|to|and|bis|und|à|et|a|y|tot|en)\s*"
    r"(?P<last>\d{1,2}))?",
    re.IGNORECASE,
)
_HOURS: Final = re.compile(
    r"(?P<name>[^\d:,]{2,80}?)\s*[:,]?\s+(?P<number>\d{1,3}(?:[, ]\d{3})+|\d{1,6})"
    r"(?P<part>\.\d{1,2})?(?:\s*[^\W\d]{1,10}\.?)?"
)


def entries(text: str) -> list[str]:
    """The entries of an answer, without the stop at their end."""
    found = (entry.strip().removesuffix(".").strip() for entry in text.split(";"))
    return [entry for entry in found if entry]


def named(text: str) -> list[tuple[str, str]]:
    """Each entry as the name before its first colon, and what follows; "" without a colon."""
    pairs = (entry.partition(":") for entry in entries(text))
    return [(name.strip(), rest.strip()) for name, _, rest in pairs]


def by_place(text: str, count: int) -> list[tuple[int, int, str]]:
    """Entries for places from 1 to ``count``: of each its first place, its last, and its text.

    Empty unless every place is named once, in order.

    >>> by_place("Sprint 1: staging; 2-3: keys", 3)
    [(1, 1, 'staging'), (2, 3, 'keys')]
    """
    found: list[tuple[int, int, str]] = []
    for name, said in named(text):
        place = _PLACE.fullmatch(name)
        if place is None or not said:
            return []
        first = int(place["first"])
        last = int(place["last"] or first)
        if first != (found[-1][1] if found else 0) + 1 or last < first:
            return []
        found.append((first, last, said))
    return found if found and found[-1][1] == count else []


def hours(text: str) -> dict[str, Decimal]:
    """The hours of each name; empty if an entry is none, or a name stands there twice.

    >>> hours("Ann Ode 320; Bo Lind: 1,040 hours")
    {'Ann Ode': Decimal('320'), 'Bo Lind': Decimal('1040')}
    """
    found: dict[str, Decimal] = {}
    for entry in entries(text):
        match = _HOURS.fullmatch(entry)
        if match is None or match["name"].strip() in found:
            return {}
        whole = re.sub(r"[, ]", "", match["number"])
        found[match["name"].strip()] = Decimal(f"{whole}{match['part'] or ''}")
    return found
