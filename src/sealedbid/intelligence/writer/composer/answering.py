"""The sections that answer a criterion of evaluation."""

from __future__ import annotations

from collections.abc import Sequence

from sealedbid.intelligence.writer.composer.outline import Kind, Slot, kinds_of

_ANSWERED_BY: dict[Kind, tuple[Kind, ...]] = {
    "approach": ("understanding", "approach", "plan", "compliance"),
    "understanding": ("understanding", "approach"),
    "plan": ("plan", "approach"),
    "people": ("staffing", "people"),
    "staffing": ("staffing", "people"),
    "cases": ("cases", "references"),
    "references": ("cases", "references"),
    "price": ("price",),
    "about": ("about", "cases"),
}


def answering(criterion: str, slots: Sequence[Slot]) -> list[str]:
    """The ids of the sections that answer a criterion, in the outline's order."""
    wanted: set[Kind] = set()
    for kind in kinds_of(criterion):
        wanted |= set(_ANSWERED_BY.get(kind, (kind,)))
    return [slot.id for slot in slots if wanted & set(slot.kinds)]
