"""A value of a draft compared with the values of its sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from sealedbid.intelligence.grounding.values.bounds import change
from sealedbid.intelligence.grounding.values.cents import is_cents, is_same_money
from sealedbid.intelligence.grounding.values.days import has_clock, has_day, has_year
from sealedbid.intelligence.grounding.values.models import Value
from sealedbid.intelligence.grounding.values.portions import PORTION
from sealedbid.intelligence.grounding.values.shares import is_place, is_share
from sealedbid.intelligence.grounding.values.units import based

Difference: TypeAlias = Literal[
    "", "hedge", "noun", "tax", "bound", "range", "period", "working", "unit", "currency", "value"
]
"""The smallest difference between a value and those of the source; "" for none."""
ORDER: Sequence[Difference] = (
    "", "hedge", "noun", "bound", "tax", "range", "working", "period", "unit", "currency", "value",
)  # fmt: skip
UPPER, LOWER = ("most", "less", "within"), ("least", "more")  # bounds of the ends of a range


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
        found = any(is_place(draft, one) for one in source)
        return Compared(difference="" if found else "value")
    if draft.ratio is not None or draft.kind == "share":
        same = next((one for one in source if is_share(draft, one)), None)
        if same is not None:
            return Compared(difference="", nearest=same)
        if draft.kind == "share":
            return Compared(difference="value")
    if draft.kind == "number" and draft.part_of and any(one.part_of for one in source):
        # One of five is not one of four, though there is a "one" without a whole.
        source = [one for one in source if one.part_of or one.number != draft.number]
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
    if source.is_range and not draft.is_range and not _is_end(draft, source):
        yield "range"
    elif draft.is_range or not source.is_range:
        changed = change(source.bound, draft.bound)
        is_price = draft.kind == "money" and source.bound in LOWER and not draft.bound
        if changed != "same":
            yield "hedge" if changed == "harmless" and not is_price else "bound"
    if source.part_of and source.part_of != draft.part_of:
        yield "value" if draft.part_of else "noun"
    counted = draft.heads and source.heads and not set(draft.heads) & set(source.heads)
    if counted and not all(is_generic(head) for head in draft.heads):
        yield "noun"


def _is_end(draft: Value, source: Value) -> bool:
    """True if the bound of one number is an end of the source's range: "up to" for the upper."""
    return draft.bound in (UPPER if source.is_upper else LOWER)


def _units(draft: Value, source: Value) -> Iterable[Difference]:
    if is_cents(source) and draft.kind == "number":
        return  # "where it cost 31"
    if "money" in (draft.kind, source.kind):
        if draft.kind == source.kind and is_same_money(draft.unit, source.unit):
            return
        if draft.kind == source.kind or draft.kind == "money":
            yield "currency"
        else:
            yield "unit"
    elif source.code == PORTION:
        yield "unit"
    elif draft.unit in ("", "year of") and not draft.heads and source.kind != "percentage":
        return  # a bare number: "20 or more", of what the source has as "20 weeks"
    else:
        yield "unit"


def _is_same_number(draft: Value, source: Value) -> bool:
    if draft.kind == "number" and is_cents(source):
        return not draft.heads and draft.number == source.number * 100
    return draft.number == source.number or _is_same_length(draft, source)


def _is_same_length(draft: Value, source: Value) -> bool:
    if draft.kind != "length" or source.kind != "length" or draft.working or source.working:
        return False
    return based(draft.number, draft.unit) == based(source.number, source.unit)


def _has_code(draft: Value, source: Sequence[Value]) -> bool:
    """True if the source has the code, behind the same name if it has names before it."""
    same = [one for one in source if one.kind == "code" and one.code == draft.code]
    if not same:
        return False
    names = {one.before for one in same}
    return not draft.before or "" in names or draft.before in names
