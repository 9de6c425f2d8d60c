"""The facts of many small texts in five languages."""

from __future__ import annotations

from datetime import date

import pytest

from sealedbid.intelligence.brief.facts.models import Fact
from sealedbid.intelligence.brief.facts.reading import read_facts
from sealedbid.intelligence.brief.language import language_of
from sealedbid.intelligence.brief.structure.reading import read_pieces
from tests.intelligence.brief.facts.cases import Case, cases
from tests.intelligence.brief.facts.wording import judged, of_kind, worded

TODAY = date(2026, 11, 26)


def facts_of(text: str) -> tuple[Fact, ...]:
    return read_facts(read_pieces(text), text=text, language=language_of(text), today=TODAY)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_the_facts_of_a_text_are_found(case: Case) -> None:
    facts = facts_of(case.text)
    for kind, expected in case.facts.items():
        fact = of_kind(facts, kind)
        if kind in case.open:
            assert fact is None or not fact.sure, (kind, expected, fact)
        else:
            assert judged(expected, fact) == "right", (kind, expected, fact)
    found = {fact.kind for fact in facts}
    assert not found & case.absent
    if case.criteria is not None:
        weights = [fact for fact in facts if fact.kind == "criterion"]
        assert [worded(fact.value) for fact in weights] == list(case.criteria)
        assert all(fact.sure for fact in weights)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_every_quote_stands_in_the_text_and_every_doubt_has_its_reason(case: Case) -> None:
    for fact in facts_of(case.text):
        assert case.text[fact.quote.start : fact.quote.end] == fact.quote.text
        assert fact.sure or fact.reason
        assert not (fact.sure and fact.value is None)
        for each in fact.alternatives:
            assert case.text[each.quote.start : each.quote.end] == each.quote.text
