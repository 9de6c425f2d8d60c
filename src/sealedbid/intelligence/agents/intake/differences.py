"""Values that a model reads where the rules are sure of others: the author hears of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sealedbid.intelligence.agents.intake.facts import MANY
from sealedbid.intelligence.agents.intake.findings import FactFound, overlap
from sealedbid.intelligence.agents.intake.values import Reader, plain
from sealedbid.intelligence.brief.facts.models import Fact, FactKind
from sealedbid.intelligence.brief.facts.values import Amount, AnyValue, Moment, Money
from sealedbid.intelligence.shortening import shortened

MOST: Final = 3  # sentences
SHOWN: Final = 120  # characters of a quote
NAMES: Final[dict[FactKind, str]] = {
    "questions_until": "last day for questions",
    "limit": "limit of the answer",
    "validity": "time for which the offer stands",
}


def differing(known: Sequence[Fact], found: Sequence[FactFound], reader: Reader) -> list[str]:
    """Say where the model reads a date, sum or number that differs from a sure one, which stays."""
    sure = {fact.kind: fact for fact in known if fact.sure and fact.kind not in MANY}
    told: dict[FactKind, str] = {}
    for each in found:
        fact = sure.get(each.kind)
        if fact is None or fact.value is None or overlap(fact.quote, each.quote):
            continue
        values = reader.values(each.kind, each.quote)
        if len(values) == 1 and _differ(values[0].value, fact.value):
            name = NAMES.get(each.kind, each.kind)
            told[each.kind] = (
                f"The model reads another {name} in “{shortened(plain(each.quote.text), SHOWN)}”: "
                f"“{shortened(fact.quote.text, SHOWN)}” stays."
            )
    return list(told.values())[:MOST]


def _differ(one: AnyValue, two: AnyValue) -> bool:
    """True for two values of one type that nobody takes for the same."""
    if isinstance(one, Moment) and isinstance(two, Moment):
        return one.day != two.day
    if isinstance(one, Money) and isinstance(two, Money):
        return one.minor != two.minor
    if isinstance(one, Amount) and isinstance(two, Amount):
        return (one.number, one.unit) != (two.number, two.unit)
    return False
