"""The author is told where the sum and the budget of the brief disagree."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sealedbid.intelligence.writer.composer.prices.checks import taxed
from sealedbid.intelligence.writer.models import line_of
from tests.intelligence.composer.making import author, draft, service

LOGO = service("Logo", 500_000)


def checks(text: str, **given: object) -> str:
    one = author(draft(text, offers=[LOGO], **given))
    return " ".join([*one.bid, *one.checks])


@pytest.mark.parametrize(
    ("budget", "said"),
    [
        ("Our budget is EUR 1,000.", "€4,000.00 above the budget of €1,000.00"),
        ("Our budget is EUR 40,000.", "far under the budget of €40,000.00"),
        ("Our budget is EUR 5,500.", "within the budget of €5,500.00, by €500.00"),
        ("Our budget is £1,000.", "The brief's budget is in GBP"),
    ],
)
def test_the_sum_is_compared_with_the_budget(budget: str, said: str) -> None:
    assert said in checks(f"We want a logo. {budget}")


def test_a_budget_with_tax_is_compared_with_the_sum_that_has_it() -> None:
    taxed_logo = service("Logo", 500_000, tax="0.21")
    one = draft("We want a logo. Our budget is EUR 6,000 including VAT.", offers=[taxed_logo])
    assert "The sum of €6,050.00 is €50.00 above" in " ".join(author(one).checks)


def test_money_of_another_programme_is_no_budget() -> None:
    text = "The programme spends up to £3 million a year on heating. We want a logo."
    assert "£3" not in checks(text)


def test_a_deadline_that_has_passed_is_the_first_thing_to_know() -> None:
    text = "We want a logo. Proposals must be received by 3 May 2019."
    assert "The deadline has passed" in checks(text, today=date(2026, 11, 27))
    assert "has passed" not in checks(text, today=date(2019, 4, 1))


@given(
    st.lists(
        st.tuples(st.integers(0, 10**9), st.integers(1, 5000), st.sampled_from(["0", "0.21"])),
        max_size=8,
    )
)
def test_sums_are_whole_minor_units_whatever_is_added_up(rows: list[tuple[int, int, str]]) -> None:
    lines = [
        line_of(service(f"S{n}", price, tax=tax), Decimal(count), "")
        for n, (price, count, tax) in enumerate(rows)
    ]
    net = sum(price * count for price, count, _ in rows)
    base = sum(price * count for price, count, tax in rows if tax != "0")
    assert sum(line.net_minor for line in lines) == net
    assert abs(taxed(lines) - net - base * 21 / 100) <= 0.5
