"""A value of a draft compared with the values of its sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from sealedbid.intelligence.grounding.values.bounds import change
from sealedbid.intelligence.grounding.values.days import has_clock, has_day, has_year
from sealedbid.intelligence.grounding.values.models import Value
from sealedbid.intelligence.grounding.values.units import based

Difference: TypeAlias = Literal[
    "", "hedge", "noun", "tax", "bound", "range", "period", "working", "unit", "currency", "value"
]
"""The smallest difference between a value and those of the source; "" for none."""
ORDER: Sequence[Difference] = (
    "", "hedge", "noun", "bound", "tax", "range", "working", "period", "unit", "currency", "value",
)  # fmt: skip
SHARES = {Decimal("0.33"): Decimal(33), Decimal("0.67"): Decimal(67)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """The smallest difference, and the value of the source that has it."""

    difference: Difference
    nearest: Value | None = None


def compare(draft: Value, source: Sequence[Value], is_generic: Callable[[str], bool]) -> Compared:
    """Find the value of the source that the draft's value is nearest to.

    ``is_generic`` tells nouns that any number may count ("people", "items").
    """
    if draft.kind == "date":
        return Compared(difference="" if has_day(draft, source) else "value")
    if draft.kind == "clock":
        return Compared(difference="" if has_clock(draft, source) else "value")
    if draft.kind == "code":
        return Compared(difference="" if _has_code(draft, source) else "value")
    if draft.unit == "year of" and has_year(draft.number, source):
        return Compared(difference="")
    if draft.kind == "ordinal":
        found = any(
            one.number == draft.number and one.kind in ("ordinal", "number") for one in source
        )
        return Compared(difference="" if found else "value")
    if draft.kind == "share" and any(_is_share(draft, one) for one in source):
        return Compared(difference="")
    return _nearest(draft, source, is_generic)


def _nearest(draft: Value, source: Sequence[Value], is_generic: Callable[[str], bool]) -> Compared:
    best = Compared(difference="value")
    for one in source:
        found: list[Difference] = [*_differences(draft, one, is_generic)]
        difference: Difference = max(found, key=ORDER.index) if found else ""
        if ORDER.index(difference) < ORDER.index(best.difference):
            best = Compared(difference=difference, nearest=one)
    return best


def _differences(
    draft: Value, source: Value, is_generic: Callable[[str], bool]
) -> Iterable[Difference]:
    """All differences of two values."""
    if source.kind not in ("money", "percentage", "number", "length"):
        yield "value"
        return
    if not _is_same_number(draft, source):
        yield "value"
        return
    if draft.unit != source.unit and not _is_same_length(draft, source):
        yield from _units(draft, source)
    if draft.working != source.working:
        yield "working"
    if (draft.per and draft.per != source.per) or (
        source.per and not draft.per and draft.kind == "money"
    ):
        yield "period"
    if draft.tax and source.tax and draft.tax != source.tax:
        yield "tax"
    if source.is_range and not draft.is_range and not draft.bound:
        yield "range"
    elif draft.is_range or not source.is_range:
        changed = change(source.bound, draft.bound)
        if changed != "same":
            yield "hedge" if changed == "harmless" else "bound"
    if source.part_of and source.part_of != draft.part_of:
        yield "noun"
    counted = draft.heads and source.heads and not set(draft.heads) & set(source.heads)
    if counted and not all(is_generic(head) for head in draft.heads):
        yield "noun"


def _units(draft: Value, source: Value) -> Iterable[Difference]:
    if "money" in (draft.kind, source.kind):
        if draft.kind == source.kind or draft.kind == "money":
            yield "currency"
        else:
            yield "unit"
    elif draft.unit in ("", "year of") and not draft.heads and source.kind != "percentage":
        return  # a bare number: "20 or more", of what the source has as "20 weeks"
    else:
        yield "unit"


def _is_same_number(draft: Value, source: Value) -> bool:
    return draft.number == source.number or _is_same_length(draft, source)


def _is_same_length(draft: Value, source: Value) -> bool:
    if draft.kind != "length" or source.kind != "length" or draft.working or source.working:
        return False
    return based(draft.number, draft.unit) == based(source.number, source.unit)


def _is_share(draft: Value, source: Value) -> bool:
    if source.kind == "share":
        return source.number == draft.number
    if source.kind == "percentage":
        return source.number == SHARES.get(draft.number, draft.number * 100)
    return draft.number in (2, 3, 10) and source.kind == "number" and source.number == draft.number


def _has_code(draft: Value, source: Sequence[Value]) -> bool:
    """True if the source has the code, behind the same name if it has names before it."""
    same = [one for one in source if one.kind == "code" and one.code == draft.code]
    if not same:
        return False
    names = {one.before for one in same}
    return not draft.before or "" in names or draft.before in names
