"""Values and facts in the words of the cases: "2027-05-03 17:00 GMT", "EUR 15000 on_top"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from sealedbid.intelligence.brief.facts.models import Fact
from sealedbid.intelligence.brief.facts.values import Amount, AnyValue, Moment, Money, Weight
from sealedbid.intelligence.brief.values.currencies import currencies


def worded(value: AnyValue | None) -> str:
    """A value in one line; what is usual is left out."""
    if isinstance(value, Moment):
        last = f"..{value.last}" if value.last else ""
        at = value.at.strftime("%H:%M") if value.at else ""
        return " ".join(filter(None, (f"{value.day}{last}", at, value.zone)))
    if isinstance(value, Money):
        upper = f"..{_major(value.upper_minor, value)}" if value.upper_minor else ""
        sum_ = f"{_major(value.minor, value)}{upper}"
        bound = value.bound if value.bound != "exact" else ""
        per = f"per {value.per}" if value.per else ""
        return " ".join(filter(None, (value.currency, sum_, per, value.tax, bound)))
    if isinstance(value, Amount):
        upper = f"..{value.upper}" if value.upper else ""
        return f"{value.number}{upper} {value.unit}"
    if isinstance(value, Weight):
        return f"{value.criterion} {value.points:g}"
    return value.text if value is not None else ""


def allowed(fact: Fact) -> set[str]:
    """All values that a fact gives as possible."""
    values = [fact.value, *(each.value for each in fact.alternatives)]
    return {worded(value) for value in values if value is not None}


def judged(expected: str, fact: Fact | None) -> str:
    """Compare a fact with a case: "right", "unsure, with the right one", "missed", "wrong"."""
    if fact is None:
        return "missed"
    right = [part.strip() for part in expected.removeprefix("?").split(" | ") if part.strip()]
    if expected.startswith("?"):
        if fact.sure:
            return "wrong"
        return "right" if set(right) <= allowed(fact) else "missed"
    if fact.sure:
        return "right" if worded(fact.value) == expected else "wrong"
    return "unsure, with the right one" if expected in allowed(fact) else "missed"


def of_kind(facts: Sequence[Fact], kind: str) -> Fact | None:
    """The fact whose key is its kind: the one, not a part's."""
    return next((fact for fact in facts if fact.key == kind), None)


def _major(minor: int, value: Money) -> str:
    amount = Decimal(minor).scaleb(-currencies().minor_digits(value.currency))
    return f"{amount.normalize():f}"
