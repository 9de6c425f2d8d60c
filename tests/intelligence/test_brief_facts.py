"""Dates, money, quantities, names and missing facts."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tests.intelligence.brief.reading import read


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("Send it by 2027-03-01.", "2027-03-01", date(2027, 3, 1)),
        ("Send it by 4 January 2027.", "4 January 2027", date(2027, 1, 4)),
        ("Send it by the 4th of January 2027.", "4th of January 2027", date(2027, 1, 4)),
        ("Send it by Jan. 4, 2027.", "Jan. 4, 2027", date(2027, 1, 4)),
        ("Send it by 31.12.2026 please.", "31.12.2026", date(2026, 12, 31)),
        ("Send it by 12/31/2026 please.", "12/31/2026", date(2026, 12, 31)),
        ("Send it by 03/04/2027 please.", "03/04/2027", None),
        ("Send it by 1 March.", "1 March", None),
        ("Send it by mid-May.", "mid-May", None),
        ("Send it by 31 February 2027.", "31 February 2027", None),
        (
            "Send it by January 4, 2027, 12:00PM EST.",
            "January 4, 2027, 12:00PM EST",
            datetime(2027, 1, 4, 12, 0),
        ),
        (
            "Send it by 4:30 p.m. (Pacific Time) on May 3, 2027.",
            "4:30 p.m. (Pacific Time) on May 3, 2027",
            datetime(2027, 5, 3, 16, 30),
        ),
        ("Send it by 3 May 2027 at 17:00.", "3 May 2027 at 17:00", datetime(2027, 5, 3, 17, 0)),
        ("Send it by 3 May 2027 at noon.", "3 May 2027 at noon", datetime(2027, 5, 3, 12, 0)),
    ],
)
def test_a_date_is_read_as_far_as_the_text_fixes_it(
    text: str, words: str, when: date | None
) -> None:
    assert [(each.span.text, each.when) for each in read(text).dates] == [(words, when)]


def test_a_word_that_is_also_a_month_is_no_date() -> None:
    assert read("You may 5 times march 3 miles. No date in FAR 52.217-8.").dates == ()


def test_the_deadline_is_the_one_for_replies_not_for_questions() -> None:
    brief = read(
        "Questions are due by 1 May 2027.\n\n"
        "Proposals are due on 20 May 2027.\n\n"
        "Proposals must be received by 20 May 2027 at 15:00.\n\n"
        "Work starts on 1 July 2027."
    )
    assert brief.deadline is not None
    assert brief.deadline.when == datetime(2027, 5, 20, 15, 0)
    assert [each.is_deadline for each in brief.dates] == [False, True, True, False]


@pytest.mark.parametrize(
    ("text", "low", "high", "currency"),
    [
        ("The budget is $120,000.", 12_000_000, None, "USD"),
        ("Budget: USD 120k", 12_000_000, None, "USD"),
        ("Our budget is € 40.000.", 4_000_000, None, "EUR"),
        ("budget is about 40k EUR", 4_000_000, None, "EUR"),
        ("A budget between 50,000 and 70,000 euros.", 5_000_000, 7_000_000, "EUR"),
        ("Budget: 50-70k EUR", 5_000_000, 7_000_000, "EUR"),
        ("Price not to exceed $1.2 million.", 120_000_000, None, "USD"),
        ("The budget is 1.234,56 EUR.", 123_456, None, "EUR"),
        ("The budget is £15k.", 1_500_000, None, "GBP"),
        ("The budget is 3,000,000 yen.", 3_000_000, None, "JPY"),
        ("Our budget is around 40000.", 4_000_000, None, ""),
    ],
)
def test_a_budget_is_read_in_the_smallest_unit(
    text: str, low: int, high: int | None, currency: str
) -> None:
    budget = read(text).budget
    assert budget is not None
    assert (budget.amount_minor, budget.upper_minor, budget.currency) == (low, high, currency)


@pytest.mark.parametrize(
    "text",
    [
        "Insurance of up to $300,000 per claim.",
        "We sold for $5 million last year.",
        "The budget of 2027 is not set.",
        "Founded in 1998, 300 people.",
    ],
)
def test_other_money_is_no_budget(text: str) -> None:
    assert read(text).budget is None


def test_quantities_are_counted_in_their_units() -> None:
    text = "A base period of 4 months (16 weeks), fourteen (14) page templates and a 9-page limit."
    assert [(each.value, each.unit) for each in read(text).quantities] == [
        (4, "month"),
        (16, "week"),
        (14, "page"),
        (9, "page"),
    ]


@pytest.mark.parametrize(
    ("text", "title", "issuer"),
    [
        ("# Harbour Museum: shop\n\nClient: The Museum", "Harbour Museum: shop", "The Museum"),
        ("# Request for Proposals\n\n## Shop\n\nIssued by: City of Ghent", "Shop", "City of Ghent"),
        ("# RFP\n\nTitle: Shop\n\nThe City of Ghent is seeking offers.", "Shop", "City of Ghent"),
        ("We are Blue Bakery, and we need a site.", "", "Blue Bakery"),
        ("New ticket shop\n\nWe need one.", "New ticket shop", ""),
        ("", "", ""),
    ],
)
def test_the_title_and_the_issuer_are_what_the_text_says(
    text: str, title: str, issuer: str
) -> None:
    brief = read(text)
    assert (brief.title, brief.issuer) == (title, issuer)


def test_what_the_brief_does_not_say_is_asked_back_and_nothing_else() -> None:
    nothing = read("We need a website.").questions
    assert len(nothing) == 4
    everything = read(
        "We need a website. The budget is 40k EUR. Proposals are due by 1 May 2027.\n"
        "Contact: jo@client.example. Work is to start in June."
    ).questions
    assert everything == ()


def test_goals_come_from_what_is_wanted_and_not_from_the_procedure() -> None:
    brief = read(
        "# Ticket shop\n\n## Procedure\n\nOfferors shall submit their quotation in two copies.\n\n"
        "## Background\n\nThe museum sells tickets by telephone, which takes an hour a day.\n\n"
        "## Goals\n\nVisitors book by themselves so that staff have time for visitors."
    )
    assert [goal.heading for goal in brief.goals] == ["Goals", "Background"]
