"""Unsure facts become questions, and answers take their place."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from sealedbid.intelligence.asking.answers import BY_A_PERSON, NOWHERE, with_answers
from sealedbid.intelligence.asking.facts import MOST_OF_A_PAGE, most_of, questions_of
from sealedbid.intelligence.asking.kinds import MATTER, kind_of
from sealedbid.intelligence.asking.models import Question
from sealedbid.intelligence.asking.parsing import check_answer
from sealedbid.intelligence.asking.rows import question_rows
from sealedbid.intelligence.brief.facts.models import Alternative, Fact
from sealedbid.intelligence.brief.facts.values import Amount, AnyValue, Moment, Money, Words
from sealedbid.intelligence.brief.models import Span

BIDS = Moment(day=date(2027, 11, 17), at=time(12))
AWARD = Moment(day=date(2027, 12, 1))
WHY = "two dates in a table, none says what it is for"


def span(text: str) -> Span:
    return Span(start=10, end=10 + len(text), text=text)


def fact(key: str, value: AnyValue | None, *others: AnyValue, **more: Any) -> Fact:
    return Fact.model_validate(
        {
            "key": key,
            "kind": kind_of(key),
            "value": value,
            "quote": span("somewhere"),
            "sure": False,
            "reason": WHY,
            "alternatives": [Alternative(value=one, quote=span("else")) for one in others],
            **more,
        }
    )


def test_an_unsure_fact_is_asked_with_its_reason_and_everything_that_it_can_be() -> None:
    (question,) = questions_of([fact("deadline", BIDS, AWARD, BIDS)])
    assert question.key == "deadline"
    assert question.text == "When must the answer be in?"
    assert question.reason == WHY
    assert question.form == "date"
    assert question.alternatives == ("17 November 2027, 12:00", "1 December 2027")


def test_what_is_sure_or_absent_or_does_not_matter_is_not_asked() -> None:
    assert questions_of([]) == ()
    assert questions_of([fact("deadline", BIDS, sure=True, reason="")]) == ()
    assert questions_of([fact("budget", None)]) == ()
    assert questions_of([fact("event.2", AWARD)]) == ()
    sure = fact("deadline", BIDS, sure=True, reason="")
    assert questions_of([sure, fact("deadline.2", AWARD)]) == ()


def test_one_question_is_asked_for_each_kind_and_what_matters_most_comes_first() -> None:
    facts = [
        fact("title", Words(text="A site")),
        fact("duration", Amount(number=6, unit="week")),
        fact("deadline.2", AWARD),
        fact("deadline.3", BIDS),
        fact("budget", Money(minor=100, currency="EUR")),
    ]
    keys = [one.key for one in questions_of(facts)]
    assert keys == ["deadline.2", "budget", "duration", "title"]
    assert [one.key for one in questions_of(facts, most=MOST_OF_A_PAGE)] == keys[:2]


def test_a_page_is_worth_two_questions() -> None:
    assert most_of("word " * 100) == 2
    assert most_of("word " * 10_000) is None


def test_every_suggestion_answers_its_question() -> None:
    values: dict[str, AnyValue] = {
        "deadline": BIDS,
        "questions_until": AWARD,
        "start": Moment(day=date(2027, 5, 3), last=date(2027, 5, 5)),
        "duration": Amount(number=6, unit="week", upper=8),
        "budget": Money(minor=120_000_00, currency="EUR", bound="ceiling", tax="on_top"),
        "currency": Words(text="EUR"),
        "limit": Amount(number=35, unit="page"),
        "title": Words(text="Permit portal, phase 2"),
        "issuer": Words(text="The Trust"),
    }
    assert set(values) == set(MATTER)
    facts = [fact(key, value) for key, value in values.items()]
    for question in questions_of(facts):
        (said,) = question.alternatives
        assert check_answer(question, "1") == said
        (answered,) = with_answers([fact(question.key, None)], {question.key: said})
        assert answered.value == values[question.key]


def test_an_answer_makes_a_fact_sure_and_takes_the_place_that_was_meant() -> None:
    before = fact("deadline", AWARD, BIDS, inferred="the year")
    (after,) = with_answers([before], {"deadline": "17 November 2027, 12:00"})
    assert (after.value, after.quote) == (BIDS, span("else"))
    assert (after.sure, after.reason, after.alternatives, after.inferred) == (
        *(True, BY_A_PERSON),
        *((), ""),
    )
    (after,) = with_answers([before], {"deadline": "1 December 2027"})
    assert (after.value, after.quote, after.sure) == (AWARD, span("somewhere"), True)
    (after,) = with_answers([before], {"deadline": "3 May 2027"})
    assert after.value == Moment(day=date(2027, 5, 3))


def test_a_fact_that_the_brief_has_not_got_is_added() -> None:
    answers = {"budget": "120,000 EUR", "currency": "EUR", "section.terms": "Ours."}
    budget, currency = with_answers([], answers)
    assert (budget.kind, budget.value) == ("budget", Money(minor=120_000_00, currency="EUR"))
    assert (currency.kind, currency.value) == ("currency", Words(text="EUR"))
    assert {budget.quote, currency.quote} == {NOWHERE}
    assert budget.sure


def test_an_answer_that_cannot_be_read_or_is_about_something_else_changes_nothing() -> None:
    facts = (fact("deadline", AWARD), fact("event.2", BIDS))
    assert with_answers(facts, {"deadline": "soon", "requirement.R1": "yes"}) == facts
    assert with_answers((), {"deadline": "soon"}) == ()


def test_the_same_answers_twice_are_the_same() -> None:
    answers = {"deadline": "3 May 2027", "budget": "5 EUR"}
    once = with_answers([fact("deadline", AWARD, BIDS)], answers)
    assert with_answers(once, answers) == once


def test_a_fact_that_was_answered_is_not_asked_again() -> None:
    facts = [fact("deadline", AWARD, BIDS), fact("budget", Money(minor=1))]
    asked = questions_of(with_answers(facts, {"deadline": "1 December 2027"}))
    assert [one.key for one in asked] == ["budget"]


def test_long_words_of_a_question_are_kept_short_enough_to_be_stored() -> None:
    long = Question(
        key="section.terms",
        text="word " * 1000,
        reason="x" * 5000,
        form="choice",
        alternatives=("Ours", "y" * 3000, "Theirs"),
    )
    (row,) = question_rows([long])
    assert max(len(row["text"]), len(row["reason"])) <= 2000
    assert row["alternatives"] == ["Ours", "Theirs"]
    assert row["position"] == 0
