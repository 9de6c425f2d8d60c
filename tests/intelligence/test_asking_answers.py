"""Answers as people write them: read to what they mean, or refused with how to write them."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import settings as examples_of
from hypothesis import strategies as st

from sealedbid.core.currencies import known_codes
from sealedbid.intelligence.asking.models import Form, Question
from sealedbid.intelligence.asking.parsing import check_answer, parse_value
from sealedbid.intelligence.asking.sums import NoSumError, parse_amount, parse_money
from sealedbid.intelligence.asking.times import NoDayError, parse_moment
from sealedbid.intelligence.asking.written import written
from sealedbid.intelligence.brief.facts.values import Amount, Moment, Money
from sealedbid.intelligence.errors import AnswerRefusedError
from tests.fixtures.tiers import examples

DAY = date(2026, 12, 22)


def question(form: Form, *alternatives: str, key: str = "section.terms") -> Question:
    return Question(key=key, text="?", reason="", form=form, alternatives=alternatives)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-12-22", Moment(day=DAY)),
        ("2026-12-22 14:00", Moment(day=DAY, at=time(14))),
        ("2026-12-22T14:00Z", Moment(day=DAY, at=time(14), zone="UTC")),
        ("22 December 2026 14:00", Moment(day=DAY, at=time(14))),
        ("December 22, 2026 at 2 p.m.", Moment(day=DAY, at=time(14))),
        ("Dec 22 2026, 12:00 PM", Moment(day=DAY, at=time(12))),
        ("22nd of December 2026 12:00 am", Moment(day=DAY, at=time(0))),
        ("Tuesday, 22 December 2026", Moment(day=DAY)),
        ("22.12.2026 14.30 Uhr", Moment(day=DAY, at=time(14, 30))),
        ("22/12/2026", Moment(day=DAY)),
        ("12/22/2026", Moment(day=DAY)),
        ("05/05/2027", Moment(day=date(2027, 5, 5))),
        ("22. Dezember 2026, 14 Uhr", Moment(day=DAY, at=time(14))),
        ("22 décembre 2026 à 14h00", Moment(day=DAY, at=time(14))),
        ("22 de diciembre de 2026 a las 14:00", Moment(day=DAY, at=time(14))),
        ("22 december 2026 om 14:00", Moment(day=DAY, at=time(14))),
        ("2026-12-22 14:00 Europe/Berlin", Moment(day=DAY, at=time(14), zone="Europe/Berlin")),
        ("2026-12-22 14:00 local time", Moment(day=DAY, at=time(14), zone="local time")),
        ("3 May 2027 to 5 May 2027", Moment(day=date(2027, 5, 3), last=date(2027, 5, 5))),
    ],
)
def test_a_day_is_read(text: str, moment: Moment) -> None:
    assert parse_moment(text) == moment


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("01/02/2027", "can be 2027-02-01 or 2027-01-02"),
        ("22 December", "is no day with its year"),
        ("next week", "is no day with its year"),
        ("22/12/26", "is no day with its year"),
        ("Monday, 22 December 2026", "22 December 2026 is a Tuesday"),
        ("31 February 2027", "There is no day"),
        ("22 Winter 2026", "is no month"),
        ("2026-12-22 25:00", "is no time of a day"),
        ("2026-12-22 14", "is no time"),
        ("2026-12-22 13 pm", "is no time"),
        ("2026-12-22 14:00 sharp", "is no time zone"),
        ("5 May 2027 to 3 May 2027", "is no span of days"),
        ("2026-12-22 or 23", "is no time"),
    ],
)
def test_a_text_that_is_no_day_or_two_is_refused(text: str, said: str) -> None:
    with pytest.raises(NoDayError, match=said):
        parse_moment(text)


@pytest.mark.parametrize(
    ("text", "minor", "currency"),
    [
        ("120k EUR", 120_000_00, "EUR"),
        ("$1,500", 1_500_00, "USD"),
        ("£1,000.50", 1_000_50, "GBP"),
        ("1.500 €", 1_500_00, "EUR"),
        ("€ 12,50", 12_50, "EUR"),
        ("EUR 120,000", 120_000_00, "EUR"),
        ("120000", 120_000_00, None),
        ("1.2m EUR", 1_200_000_00, "EUR"),
        ("12.5 lakh INR", 1_250_000_00, "INR"),
        ("₹12,50,000", 1_250_000_00, "INR"),
        ("1'500 CHF", 1_500_00, "CHF"),
        ("15 000 euros", 15_000_00, "EUR"),
        ("JPY 120000", 120_000, "JPY"),
    ],
)
def test_a_sum_is_read(text: str, minor: int, currency: str | None) -> None:
    assert parse_money(text) == Money(minor=minor, currency=currency)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("100k-150k EUR", {"minor": 100_000_00, "upper_minor": 150_000_00}),
        ("100,000 to 150,000 EUR", {"minor": 100_000_00, "upper_minor": 150_000_00}),
        ("up to 5,000 EUR plus VAT", {"minor": 5_000_00, "bound": "ceiling", "tax": "on_top"}),
        ("max. 5000 EUR incl. VAT", {"minor": 5_000_00, "bound": "ceiling", "tax": "included"}),
        ("about 3k EUR", {"minor": 3_000_00, "bound": "estimate"}),
        ("100 EUR per hour", {"minor": 100_00, "per": "hour"}),
    ],
)
def test_what_is_said_around_a_sum_counts(text: str, fields: dict[str, Any]) -> None:
    assert parse_money(text) == Money(currency="EUR", **fields)


@pytest.mark.parametrize(
    "text",
    [
        *("rubbish", "1.250k EUR", "100 EUR to 200 USD", "200 to 100 EUR", "-5 EUR"),
        *("12.345,6 JPY", "1.500 BHD", "5 apples", "1/2/3 EUR", "9" * 30 + " EUR", "EUR"),
        "0.001 EUR",
    ],
)
def test_a_text_that_is_no_sum_or_two_is_refused(text: str) -> None:
    with pytest.raises(NoSumError):
        parse_money(text)


def test_a_sign_is_the_currency_of_the_proposal_if_it_can_be() -> None:
    assert parse_money("$5", currency="CAD").currency == "CAD"
    assert parse_money("$5", currency="EUR").currency == "USD"
    assert check_answer(question("money", key="budget"), "$5", currency="CAD") == "5 CAD"


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("12 months", Amount(number=12, unit="month")),
        ("1 year", Amount(number=1, unit="year")),
        ("2-3 weeks", Amount(number=2, unit="week", upper=3)),
        ("max. 35 pages", Amount(number=35, unit="page")),
    ],
)
def test_a_length_is_read(text: str, amount: Amount) -> None:
    assert parse_amount(text) == amount


@pytest.mark.parametrize(
    ("asked", "text", "kept"),
    [
        (question("choice", "Site", "App"), "2", "App"),
        (question("choice", "Site", "App"), "site", "Site"),
        (question("date", "1 March 2027", "3 January 2027"), "1", "1 March 2027"),
        (question("date", "1 March 2027"), "2027-03-02", "2 March 2027"),
        (question("number"), "1,200.5", "1200.5"),
        (question("number", "14"), "1", "1"),
        (question("yes"), "Y", "yes"),
        (question("yes"), "no", "no"),
        (question("text"), "  By e-mail,  please ", "By e-mail, please"),
        (question("text", key="currency"), "€", "EUR"),
        (question("text", key="limit"), "35 pages", "35 pages"),
        (question("money", key="budget"), "120k EUR", "120,000 EUR"),
    ],
)
def test_an_answer_is_kept_in_its_normal_form(asked: Question, text: str, kept: str) -> None:
    assert check_answer(asked, text) == kept
    assert check_answer(asked, kept) == kept


@pytest.mark.parametrize(
    ("asked", "text", "said"),
    [
        (question("choice", "Site", "App"), "Shop", "is none of: 1 Site; 2 App"),
        (question("choice", "Site", "App"), "3", "is none of"),
        (question("yes"), "perhaps", "neither yes nor no"),
        (question("number"), "1,200", "can be"),
        (question("number"), "many", "is no number"),
        (question("text"), "  ", "the answer is empty"),
        (question("text"), "x" * 2001, "more than 2000"),
        (question("date"), "soon", "is no day"),
        (question("text", key="duration"), "a while", "is no length"),
        (question("text", key="currency"), "$", "write the three letters"),
    ],
)
def test_an_answer_of_another_form_is_refused_by_its_key(
    asked: Question, text: str, said: str
) -> None:
    with pytest.raises(AnswerRefusedError, match=said) as refused:
        check_answer(asked, text)
    assert str(refused.value).startswith(f"{asked.key}: ")
    assert refused.value.field == asked.key


MOMENTS = st.builds(
    Moment,
    day=st.dates(date(1901, 1, 1), date(2190, 12, 31)),
    at=st.none() | st.times().map(lambda at: at.replace(microsecond=0)),
    zone=st.sampled_from([None, "Europe/Berlin", "+01:00", "CET", "UTC", "local time"]),
).map(lambda one: one if one.at else one.model_copy(update={"zone": None}))
SUMS = st.builds(
    Money,
    minor=st.integers(0, 10**13),
    upper_minor=st.none(),
    currency=st.none() | st.sampled_from(sorted(known_codes())),
    per=st.sampled_from([None, "hour", "month"]),
    tax=st.sampled_from([None, "included", "on_top"]),
    bound=st.sampled_from(["exact", "ceiling", "estimate"]),
)
RANGES = SUMS.flatmap(
    lambda one: st.integers(one.minor, 2 * 10**13).map(
        lambda upper: one.model_copy(update={"upper_minor": upper})
    )
)
LENGTHS = st.builds(
    Amount, number=st.integers(0, 999_998), unit=st.sampled_from(["day", "month", "page"])
)


@examples_of(max_examples=examples(10))
@given(MOMENTS | SUMS | RANGES | LENGTHS)
@example(Moment(day=DAY, at=time(14), zone="Europe/Berlin", last=date(2026, 12, 23)))
def test_a_value_is_written_so_that_it_is_read_back(value: Moment | Money | Amount) -> None:
    kind = {"moment": "deadline", "money": "budget", "amount": "duration"}[value.type]
    assert parse_value(kind, written(value)) == value  # type: ignore[arg-type]


@examples_of(max_examples=examples(5))
@given(st.sampled_from(["text", "date", "money", "number", "choice", "yes"]), st.text(max_size=200))
def test_any_text_is_an_answer_or_a_refusal(form: Form, text: str) -> None:
    for key in ("deadline", "budget", "duration", "currency", "section.x"):
        try:
            kept = check_answer(question(form, "One", key=key), text)
        except AnswerRefusedError:
            continue
        assert check_answer(question(form, "One", key=key), kept) == kept
