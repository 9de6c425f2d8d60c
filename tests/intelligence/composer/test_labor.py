"""A price by labor category: hours and people of answers, at the rates of the list."""

from __future__ import annotations

from sealedbid.intelligence.writer import Draft
from tests.intelligence.composer.making import author, draft, keys, printed, service, total

BRIEF = """# Request for quotations: counting API

Rivermouth County. RFQ 2026-9. We look for a contractor who builds a counting API for our ferries.

## 3 Requirements

3.1 The API shall be written in Go or Rust.

3.2 The contractor must not move our database. One visit to the harbor is expected.

## 4 Contents

The quotation must not exceed 6 pages and shall contain: the technical approach; a staffing plan
with labor categories and hours; a price by labor category; and subcontractors, if any.

Quotations must be received by December 18, 2026. They shall remain valid for 60 days.
"""
RATES = (
    service("Developer", 12_000, "hour", currency="USD"),
    service("Analyst", 9_050, "hour", currency="USD"),
)
HOURS = {
    "price.developer.quantity": "320",
    "price.analyst.quantity": "100.5",
    "price.travel": "1,900",
    "price.travel.basis": "one visit of one person",
    "person.developer": "Ann Ode, Bo Lind",
    "person.analyst": "Cy Marr",
}


def of_county(**answers: str) -> Draft:
    return draft(BRIEF, offers=RATES, currency="USD", locale="en-US", answers=answers)


def test_without_hours_there_are_rates_and_questions_and_no_sum() -> None:
    one = of_county()
    assert total(one) is None
    assert [(line.label, line.is_counted) for line in one.lines] == [
        ("Developer", False),
        ("Analyst", False),
    ]
    assert {"price.developer.quantity", "price.analyst.quantity", "price.travel"} <= set(keys(one))


def test_each_row_is_hours_times_rate_and_travel_stands_beside_them() -> None:
    one = of_county(**HOURS)
    assert [line.net_minor for line in one.lines] == [3_840_000, 909_525, 190_000]
    assert total(one) == 4_939_525
    assert one.document.persons == {"Developer": 2, "Analyst": 1}
    assert "Ann Ode, Bo Lind" in printed(one)


def test_one_missing_number_of_hours_keeps_the_sum_back() -> None:
    some = {key: text for key, text in HOURS.items() if key != "price.analyst.quantity"}
    one = of_county(**some)
    assert total(one) is None
    assert one.document.persons == {}
    assert "price.analyst.quantity" in keys(one)


def test_no_hours_leave_a_category_out() -> None:
    one = of_county(**{**HOURS, "price.analyst.quantity": "0"})
    assert total(one) == 3_840_000 + 190_000


def test_travel_in_another_currency_is_asked_again() -> None:
    assert total(of_county(**{**HOURS, "price.travel": "EUR 1,900"})) is None


def test_choices_and_statements_are_asked_by_their_kind() -> None:
    one = of_county()
    choice = next(question for question in one.questions if question.key == "choice.3.1")
    assert choice.alternatives == ("Go", "Rust")
    assert {"section.subcontractors", "requirement.3.1", "requirement.3.2"} <= set(keys(one))
    assert "Subcontractors" not in [section.heading for section in one.document.sections]


def test_an_answer_is_printed_and_not_asked_again() -> None:
    one = of_county(**HOURS, **{"section.subcontractors": "none", "choice.3.1": "Rust"})
    sections = {section.id: section for section in one.document.sections}
    assert sections["subcontractors"].blocks[0].text == "None."
    assert "section.subcontractors" not in keys(one)
    assert "choice.3.1" not in keys(one)


def test_a_requirement_is_met_only_by_a_persons_word() -> None:
    assert "Requirements met" not in printed(of_county())
    one = of_county(**{"requirement.3.2": "yes"})
    assert "Requirements met 3.2." in printed(one)
    states = {each.ref: each.state for each in author(one).requirements}
    assert states["3.2"] == "confirmed"
    assert "confirmed" not in [state for ref, state in states.items() if ref != "3.2"]


def test_the_validity_is_counted_from_the_day_replies_are_due() -> None:
    assert "February 16, 2027" in [row.text for row in of_county().document.cover]
