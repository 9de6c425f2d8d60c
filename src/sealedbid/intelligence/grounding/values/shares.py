"""Parts of a whole and places in a row, compared."""

from __future__ import annotations

from decimal import Decimal

from sealedbid.intelligence.grounding.values.bounds import change
from sealedbid.intelligence.grounding.values.models import Value

NEAR = Decimal("0.005")  # a third is 33 percent
TIMES = frozenset({"time", "mal", "foi", "vez", "vece", "keer"})  # nouns of "three times"


def is_place(draft: Value, source: Value) -> bool:
    """True if a source has the place in a row, or as many of the same thing."""
    if source.kind not in ("ordinal", "number") or source.number != draft.number:
        return False
    apart = draft.heads and source.heads and not set(draft.heads) & set(source.heads)
    if source.kind == "ordinal":
        return not (draft.unit == source.unit and draft.working != source.working)
    return not apart


def is_share(draft: Value, source: Value) -> bool:
    """True for the same part of a whole in other words: "nine out of ten" is 90 percent."""
    if source.kind == "share" and source.number == draft.number:
        return True
    mine, theirs = draft.ratio, source.ratio
    if mine is not None and theirs is not None and _is_told_otherwise(draft, source):
        both = bool(draft.part_of and source.part_of)
        return mine == theirs if both else abs(mine - theirs) < min(NEAR, mine / 20)
    is_times = draft.kind == "share" and source.heads and source.heads[0] in TIMES
    return bool(is_times) and source.kind == "number" and source.number == draft.number


def _is_told_otherwise(draft: Value, source: Value) -> bool:
    """True for two parts of a whole in another form, which have no bound that differs."""
    is_other = draft.kind != source.kind or draft.part_of != source.part_of
    is_percent = draft.kind == source.kind == "percentage"
    return is_other and not is_percent and change(source.bound, draft.bound) != "other"
