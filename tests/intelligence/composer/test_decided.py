"""Decisions of people that make a plan: hours, deputies, results, what the client supplies."""

from __future__ import annotations

import pytest

from sealedbid.content.documents import Table
from sealedbid.intelligence.writer import Draft
from tests.intelligence.composer.making import author, draft, keys, printed, service

BRIEF = """# Request for quotations: counting API

Rivermouth County. RFQ 2026-9. We look for a contractor who builds a counting API for our ferries.

## 3 Requirements

3.1 The API shall be written in Go or Rust.

3.2 The names of passengers must never be stored.

## 4 Contents

The quotation must not exceed 6 pages and shall contain: the technical approach; a staffing plan
with labor categories and hours; key personnel (a lead developer); and a price by labor category.

## 5 Evaluation

Technical approach 60 points, price 40.

## 6 Dates

Work begins on March 1, 2027 and lasts 6 weeks, in two-week sprints. Quotations must be received by
December 18, 2026.
"""
RATES = (
    service("Developer", 12_000, "hour", currency="USD"),
    service("Analyst", 9_050, "hour", currency="USD"),
)
PAGES = {
    "people/ann.md": "# Ann Ode, Lead Developer\n\nAnn Ode is a lead developer of counting APIs.\n",
    "pricing/basis.md": "# Basis of price\n\nWe price labor by the hour. Rates include overhead.\n",
    "pricing/tax.md": "# Taxes\n\nPrices are exclusive of sales tax. It has its own line.\n",
    "internal/plans.md": "# Plans\n\nBo Lind will be on leave from March to May 2027.\n",
}
GIVEN = {
    "price.developer.quantity": "320",
    "price.analyst.quantity": "100.5",
    "price.travel": "0",
    "person.developer": "Ann Ode, Bo Lind",
    "person.analyst": "Cy Marr",
    "person.lead-developer": "Ann Ode",
}
HOURS = "Ann Ode 200; Bo Lind 120; Cy Marr 100.5"


def of_county(**answers: str) -> Draft:
    return draft(
        BRIEF,
        pages=PAGES,
        offers=RATES,
        currency="USD",
        locale="en-US",
        client="Rivermouth County",
        answers={**GIVEN, **answers},
    )


def table(one: Draft, head: str) -> Table | None:
    blocks = [block for section in one.document.sections for block in section.blocks]
    return next((b.table for b in blocks if b.table and b.table.head[0] == head), None)


def told(one: Draft) -> str:
    return " ".join(author(one).checks)


def test_what_only_people_can_decide_is_asked_at_once_and_without_an_answer_not_printed() -> None:
    one = draft(BRIEF, pages=PAGES, offers=RATES, currency="USD", locale="en-US")
    wanted = {"staffing.hours", "people.deputies", "plan.results", "plan.supplies"}
    assert wanted | {"approach.design", "section.requirement-3.2"} <= set(keys(one))
    text = printed(of_county())
    assert "Deputies" not in text
    assert "What we need from you" not in text
    assert "Hours a week" not in str(table(of_county(), "Labor category"))


def test_where_nothing_is_weighed_nobody_is_asked_how_and_with_what() -> None:
    plain = BRIEF.replace("Technical approach 60 points, price 40.", "")
    asked = set(keys(draft(plain, pages=PAGES, offers=RATES, currency="USD", locale="en-US")))
    assert not asked & {"approach.design", "section.requirement-3.2", "plan.supplies"}
    assert {"staffing.hours", "people.deputies", "plan.results"} <= asked


def test_a_letter_is_not_asked_for_a_plan() -> None:
    asked = set(keys(draft("We need an API that counts ferries by May.", offers=RATES)))
    assert not asked & {"staffing.hours", "people.deputies", "plan.supplies", "approach.design"}


def test_each_person_has_a_row_with_hours_and_hours_a_week() -> None:
    team = table(of_county(**{"staffing.hours": HOURS}), "Labor category")
    assert team is not None
    assert team.head[-2:] == ["Hours", "Hours a week"]
    assert team.rows == [
        ["Developer", "2", "Ann Ode", "200", "33.3"],
        ["", "", "Bo Lind", "120", "20"],
        ["Analyst", "1", "Cy Marr", "100.5", "16.8"],
        ["Total", "3", "", "420.5", ""],
    ]


@pytest.mark.parametrize(
    "said",
    [
        "Ann Ode 200; Bo Lind 130; Cy Marr 100.5",
        "Ann Ode 320; Cy Marr 100.5",
        "Ann Ode 200; Bo Lind 120; Cy Marr 100.5; Di Roe 40",
        "half of it each",
    ],
)
def test_hours_that_do_not_add_up_are_not_shown_and_the_author_is_told(said: str) -> None:
    one = of_county(**{"staffing.hours": said})
    team = table(one, "Labor category")
    assert team is not None
    assert team.rows[0] == ["Developer", "2", "Ann Ode, Bo Lind", "320"]
    assert "The hours of each person are not shown" in told(one)


def test_results_stand_beside_the_days_of_their_sprints() -> None:
    plan = table(of_county(**{"plan.results": "1: staging; 2-3: counts, tests"}), "Sprint")
    assert plan is not None
    assert plan.rows == [["1", "Mar 1", "Staging"], ["2–3", "Mar 15", "Counts, tests"]]


def test_results_of_some_sprints_are_not_shown() -> None:
    one = of_county(**{"plan.results": "1: staging; 3: counts"})
    plan = table(one, "Sprint")
    assert plan is not None
    assert plan.rows == [["Begins", "Mar 1", "Mar 15", "Mar 29"]]
    assert "The results of the sprints are not shown" in told(one)


def test_what_the_client_supplies_is_one_table() -> None:
    needed = table(
        of_county(**{"plan.supplies": "a test server: by March 1; a clerk: two hours a week"}),
        "What we need from you",
    )
    assert needed is not None
    assert needed.rows == [["A test server", "by March 1"], ["A clerk", "two hours a week"]]


def test_deputies_are_those_whom_a_person_named() -> None:
    assert "Deputies Cy Marr for Ann Ode." in printed(
        of_county(**{"people.deputies": "Cy Marr for Ann Ode"})
    )
    assert "Deputies" not in printed(of_county(**{"people.deputies": "none"}))


def test_a_deputy_of_whom_an_internal_page_speaks_is_told_to_the_author_alone() -> None:
    one = of_county(
        **{"person.developer": "Ann Ode, Di Roe", "people.deputies": "Bo Lind for Ann Ode"}
    )
    assert "Bo Lind is named in this offer" in told(one)
    assert "on leave" not in printed(one)


def test_a_how_is_printed_under_its_number_in_the_persons_words() -> None:
    how = "Names are cut off before a record is written."
    one = of_county(**{"section.requirement-3.2": how, "approach.design": "Counts come first."})
    assert how in printed(one)
    assert "Decided for this work Counts come first." in printed(one)
    assert not {"section.requirement-3.2", "approach.design"} & set(keys(one))


def test_tax_is_named_in_the_words_of_the_house_where_no_line_has_one() -> None:
    assert "Tax Prices are exclusive of sales tax." in printed(of_county())
    taxed = [service(one.name, 100, "hour", currency="USD", tax="0.2") for one in RATES]
    one = draft(BRIEF, pages=PAGES, offers=taxed, currency="USD", answers=GIVEN)
    assert "Tax Prices" not in printed(one)
