"""The answers of people take the place of what a brief leaves unsure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from sealedbid.core.currencies import UnknownCurrencyError
from sealedbid.intelligence.asking.kinds import kind_of
from sealedbid.intelligence.asking.parsing import parse_value
from sealedbid.intelligence.asking.sums import NoSumError
from sealedbid.intelligence.asking.times import NoDayError
from sealedbid.intelligence.asking.written import written
from sealedbid.intelligence.brief.facts.models import Fact
from sealedbid.intelligence.brief.models import Span

BY_A_PERSON: Final = "answered by a person"
NOWHERE: Final = Span(start=0, end=0, text="")
"""The place of a fact that a person gave and the brief does not speak of."""


def with_answers(facts: Sequence[Fact], answers: Mapping[str, str]) -> tuple[Fact, ...]:
    """Put answers in the place of the facts that they are about; these are sure then.

    A fact that the brief has not got is added. An answer that cannot be read any more, or is about
    something else than a fact, changes nothing.
    """
    known = {fact.key for fact in facts}
    answered = [
        _answered(fact, answers[fact.key]) if fact.key in answers else fact for fact in facts
    ]
    added = [_added(key, text) for key, text in answers.items() if key not in known]
    return (*answered, *(fact for fact in added if fact is not None))


def _answered(fact: Fact, text: str) -> Fact:
    for one in fact.alternatives:
        if written(one.value) == text:
            return _sure(fact.model_copy(update={"value": one.value, "quote": one.quote}))
    if fact.value is not None and written(fact.value) == text:
        return _sure(fact)
    try:
        return _sure(fact.model_copy(update={"value": parse_value(fact.kind, text)}))
    except (NoDayError, NoSumError, UnknownCurrencyError):
        return fact


def _added(key: str, text: str) -> Fact | None:
    kind = kind_of(key)
    if kind is None:
        return None
    try:
        value = parse_value(kind, text)
    except (NoDayError, NoSumError, UnknownCurrencyError):
        return None
    return _sure(Fact(key=key, kind=kind, value=value, quote=NOWHERE, sure=False))


def _sure(fact: Fact) -> Fact:
    return fact.model_copy(
        update={"sure": True, "reason": BY_A_PERSON, "alternatives": (), "inferred": ""}
    )
