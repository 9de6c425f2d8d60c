"""Values are compared by what they are worth, and not by how they are written."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sealedbid.intelligence.grounding.values.comparing import compare
from sealedbid.intelligence.grounding.values.reading import find_values
from tests.fixtures.tiers import examples

CODES = {"EUR": ("€{}", "EUR {}", "{} EUR", "{} euros"), "USD": ("${}", "USD {}", "{} dollars")}
UNITS = ("hours", "days", "weeks", "months", "minutes", "pages")


def differs(draft: str, source: str, language: str = "en") -> bool:
    """True if a value of the draft is not among those of the source."""
    there = find_values(source, language)
    found = find_values(draft, language)
    assert found, draft
    return any(compare(one, there, lambda _: False).difference for one in found)


def forms(number: int) -> list[str]:
    """A number as texts write it."""
    return [str(number), f"{number:,}"]


@settings(max_examples=examples(0.5))
@given(
    st.integers(1, 9_999_999),
    st.sampled_from(sorted(CODES)),
    st.sampled_from(range(3)),
    st.sampled_from(range(3)),
    st.booleans(),
)
def test_a_sum_written_otherwise_is_the_same(
    amount: int, code: str, one: int, other: int, grouped: bool
) -> None:
    first, second = CODES[code][one % len(CODES[code])], CODES[code][other % len(CODES[code])]
    written = forms(amount)
    draft = f"It costs {first.format(written[grouped])} in all."
    assert not differs(draft, f"The price is {second.format(written[not grouped])}.")


@settings(max_examples=examples(0.5))
@given(st.integers(1, 9_999_999), st.integers(1, 9_999_999), st.sampled_from(sorted(CODES)))
def test_another_sum_is_another_value(amount: int, other: int, code: str) -> None:
    assume(amount != other)
    form = CODES[code][0]
    assert differs(f"It costs {form.format(amount)}.", f"The price is {form.format(other)}.")


@settings(max_examples=examples(0.3))
@given(st.integers(1, 9_999_999))
def test_another_currency_is_another_value(amount: int) -> None:
    assert differs(f"It costs €{amount:,}.", f"The price is ${amount:,}.")


@settings(max_examples=examples(0.3))
@given(st.integers(1, 999), st.integers(1, 9))
def test_thousands_may_be_a_letter(thousands: int, tenth: int) -> None:
    source = f"The price is €{thousands}.{tenth}k."
    assert not differs(f"It costs {thousands * 1000 + tenth * 100:,} euros.", source)
    assert differs(f"It costs {thousands * 1000 + tenth * 100 + 1:,} euros.", source)


@settings(max_examples=examples(0.5))
@given(st.dates(date(2001, 1, 1), date(2059, 12, 31)), st.integers(1, 4000))
def test_a_day_written_otherwise_is_the_same_and_another_is_not(day: date, apart: int) -> None:
    other = day + timedelta(days=apart)
    source = f"The work ends on {day:%B} {day.day}, {day.year}."
    assert not differs(f"We end on {day.day} {day:%B} {day.year}.", source)
    assert not differs(f"We end on {day:%Y-%m-%d}.", source)
    assert not differs(f"We end in {day:%B %Y}.", source)
    assert differs(f"We end on {other.day} {other:%B} {other.year}.", source)


@settings(max_examples=examples(0.5))
@given(st.integers(2, 400), st.integers(2, 400), st.sampled_from(UNITS), st.sampled_from(UNITS))
def test_a_length_is_its_number_and_its_unit(one: int, two: int, unit: str, other: str) -> None:
    source = f"It takes {one} {unit}."
    assert not differs(f"It takes {one} {unit} here.", source)
    if two != one:
        assert differs(f"It takes {two} {unit} here.", source)
    if unit != other and {unit, other} != {"hours", "minutes"}:
        assert differs(f"It takes {one} {other} here.", source)


@settings(max_examples=examples(0.3))
@given(st.integers(1, 999), st.integers(1, 999))
def test_a_percentage_is_no_other_and_no_plain_number(one: int, other: int) -> None:
    assume(one != other)
    source = f"It fell by {one} percent."
    assert not differs(f"It fell by {one} %.", source)
    assert differs(f"It fell by {other} %.", source)
    assert differs(f"It fell by {one} %.", f"It fell by {one} points of the test.")


@pytest.mark.parametrize(
    ("draft", "source", "language"),
    [
        ("Es kostet 1.250,50 Euro.", "Preis: 1250,50 EUR", "de"),
        ("Il coûte 1 450 euros.", "Prix : 1.450 €", "fr"),
        ("Cuesta 1.350 euros.", "Precio: 1350 €", "es"),
        ("Het kost 980 euro.", "Prijs: € 980,00", "nl"),
        ("It lasts two weeks.", "It lasts 14 days.", "en"),
        ("It lasts a year.", "It lasts for twelve months.", "en"),
        ("It takes 1.5 million rows.", "It takes 1,500,000 rows.", "en"),
        ("The call is at 17:00.", "The call is at 5 p.m.", "en"),
        ("A third of them", "33 percent of them", "en"),
        ("Half of the pages", "50 % of the pages", "en"),
        ("forty-two pages", "42 pages", "en"),
        ("Oracle 12c and OpenAPI 3.1", "OpenAPI 3.1 over Oracle 12c", "en"),
        ("on Monday", "on 8 March 2027", "en"),
        ("one hundred and sixty-five dollars", "$165", "en"),
        ("within half an hour", "within 30 minutes", "en"),
        ("a year and a half", "18 months", "en"),
        ("twenty-one cents a word", "$0.21 per word", "en"),
        ("at half past eight", "at 8:30 a.m.", "en"),
        ("from nine until two", "from 9 a.m. to 2 p.m.", "en"),
        ("it takes no more than $240,000", "it must not exceed $240,000", "en"),
        ("two winters later", "after two winters", "en"),
        ("rose to 62 percent", "rose from 31 to 62 percent", "en"),
        ("setenta y cinco euros", "75 €", "es"),
        ("de 9 a 19 horas", "de 9:00 a 19:00", "es"),
        ("media hora", "30 minutos", "es"),
        ("el 3 de junio de 2024", "el 03/06/2024", "es"),
        ("von 7:30 Uhr bis 18 Uhr", "von 7.30 bis 18.00 Uhr", "de"),
        ("in einer halben Stunde", "in 30 Minuten", "de"),
        ("halb neun", "8:30 Uhr", "de"),
        ("um ein Drittel", "um 33 Prozent", "de"),
        ("seit dem 2. September 2024", "Seit 02.09.2024", "de"),
        ("118.000 Quadratmeter", "118.000 m²", "de"),
        ("kwart over zes", "6.15 uur", "nl"),
        ("une demi-heure", "30 minutes", "fr"),
    ],
)
def test_the_same_value_in_other_words(draft: str, source: str, language: str) -> None:
    assert not differs(draft, source, language)


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("40 users", "up to 40 users"),
        ("up to 40 users", "at least 40 users"),
        ("more than 40 users", "40 users"),
        ("at least 40 users", "about 40 users"),
        ("within ten days", "within ten business days"),
        ("two weeks", "two to three weeks"),
        ("3,100 applications", "3,100 permits"),
        ("$120 a year", "$120 a month"),
        ("OpenAPI 3.0", "OpenAPI 3.1"),
        ("Oracle 19c", "Oracle 12c"),
        ("WCAG 3.1", "WCAG 2.2 and OpenAPI 3.1"),
        ("on Tuesday", "on 8 March 2027"),
        ("in the third sprint", "in the second sprint"),
        ("a quarter of them", "a third of them"),
        ("at 4 p.m.", "at 5 p.m."),
        ("in 2025", "in 2024"),
        ("5 minutes", "5 hours"),
        ("one visitor in four", "one visitor in five, on four floors"),
        ("3 of 1,000 sessions", "3 of 100 sessions; 2 of 1,000"),
        ("one parcel in 500", "one parcel in 400"),
        ("SOC 2 Type I", "SOC 2 Type II"),
        ("at least $900", "from $600 to $900"),
        ("It costs $7,500.", "From $7,500."),
        ("the third shop", "the second shop with three colors"),
        ("by the tenth day", "by the tenth business day"),
        ("more than 91 of 100 searches", "91 of 100 searches"),
        ("15 point", "a quarter of an hour"),
        ("2 January 2023", "01.02.2023"),
        ("at half past eight", "at 9:30 a.m."),
    ],
)
def test_another_value(draft: str, source: str) -> None:
    assert differs(draft, source)


def test_a_value_keeps_the_words_that_it_was_written_in() -> None:
    (one,) = find_values("It costs about €48.5k in all.", "en")
    assert (one.kind, one.unit, one.number, one.bound) == ("money", "EUR", Decimal(48500), "about")
    assert one.words == "€48.5k"
