"""The cover: facts that are sure or answered, and the sections that answer each criterion."""

from __future__ import annotations

from collections.abc import Sequence

from sealedbid.content.documents import Row
from sealedbid.intelligence.writer.composer.desk import Desk
from sealedbid.intelligence.writer.composer.outline import Kind, Slot, kinds_of
from sealedbid.intelligence.writer.composer.prices.checks import written

_CRITERIA: dict[Kind, tuple[Kind, ...]] = {
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


def cover(desk: Desk) -> list[Row]:
    """The rows under the title; the total is added where the document is shown."""
    rows: list[Row] = []
    reference = desk.known.words("reference")
    if reference:
        rows.append(Row(label="Reference", text=reference))
    contact = desk.known.words("contact")
    if contact and "@" not in contact:
        rows.append(Row(label="Contact", text=contact))
    signer = desk.given.text("section.conflicts.signer") or desk.given.text("person.signer")
    if signer:
        rows.append(Row(label="From", text=signer))
    budget = desk.known.budget
    if budget is not None and budget.bound == "ceiling" and budget.currency and budget.per is None:
        amount = written(budget.upper_minor or budget.minor, budget.currency, desk.locale)
        rows.append(Row(label="Ceiling in your request", text=amount))
    until = desk.known.valid_until()
    if until is not None:
        rows.append(Row(label="Valid until", text=desk.date(until)))
    return rows


def criteria(desk: Desk) -> list[tuple[str, float, list[str]]]:
    """Each criterion with its points, and the sections that answer it, in the outline's order."""
    found = []
    for weight in desk.known.weights():
        ids = answering(weight.criterion, desk.slots)
        points = f", {weight.points:g} points" if weight.points else ""
        label = f"{weight.criterion[:1].upper()}{weight.criterion[1:]}{points}"
        found.append((label, weight.points or 0.0, ids))
    return found


def answering(criterion: str, slots: Sequence[Slot]) -> list[str]:
    """The ids of the sections that answer a criterion, in the outline's order."""
    wanted: set[Kind] = set()
    for kind in kinds_of(criterion):
        wanted |= set(_CRITERIA.get(kind, (kind,)))
    return [slot.id for slot in slots if wanted & set(slot.kinds)]


def weights_of(desk: Desk) -> dict[str, float]:
    """The points that each section may win, by its id."""
    points: dict[str, float] = {}
    for _, worth, ids in criteria(desk):
        for id in ids:
            points[id] = points.get(id, 0.0) + worth
    return points
