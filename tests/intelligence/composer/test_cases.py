"""Comparable work: as many, as recent and as large as asked, with the terms in common."""

from __future__ import annotations

from datetime import date

import pytest

from sealedbid.intelligence.writer.composer.criteria import (
    Criteria,
    completed,
    criteria_of,
    team_of,
)
from tests.intelligence.composer.making import author, draft, printed

TODAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        (
            "two similar projects completed since January 1, 2024, by a team of three to five",
            Criteria(count=2, since=date(2024, 1, 1), least=3, most=5),
        ),
        ("three references", Criteria(count=3)),
        ("examples of work after 1 July 2023", Criteria(since=date(2023, 7, 1))),
        ("two projects of the last three years", Criteria(count=2, since=date(2023, 11, 27))),
        ("comparable work", Criteria()),
    ],
)
def test_conditions_are_read_out_of_the_sentence(asked: str, wanted: Criteria) -> None:
    assert criteria_of(asked, TODAY) == wanted


def test_the_end_of_a_project_is_its_last_month() -> None:
    assert completed(["Four people, from January to May 2025."]) == (date(2025, 5, 28), "May 2025")
    assert completed(["Moved in July 2021.", "Later, in 2024, it grew."]) == (
        date(2021, 7, 28),
        "July 2021",
    )
    assert completed(["Nobody says when."]) is None
    assert team_of(["A team of five worked on it."]) == (5, "five")
    assert team_of(["Everybody worked on it."]) is None
    assert team_of(["140 people a week phoned. Two people did the work."]) == (2, "Two")
    assert team_of(["Before, 140 people asked for the hours."]) is None
    assert team_of(["We built it with three people in a month."]) == (3, "three")


def case(name: str, when: str, team: str, what: str) -> str:
    return (
        f"# {what} for {name}\n\n{name} has {what} from us. {team} people built it until {when}."
        "\n\n"
        f"## The problem\n\nThe ferry desk of {name} sold tickets on paper before.\n\n"
        f"## What we did\n\nWe wrote a kiosk for the quay with Python and an Oracle database.\n\n"
        f"## What came of it\n\nThe queue at {name} fell from 40 to 6 minutes.\n"
    )


PAGES = {
    "case-studies/a.md": case("Alta", "May 2025", "Four", "a ticket kiosk"),
    "case-studies/b.md": case("Brava", "June 2019", "Four", "a ticket kiosk"),
    "case-studies/c.md": case("Cima", "March 2026", "Nine", "a ticket kiosk"),
    "case-studies/d.md": "# Bread\n\nWe drew bags for a bakery in 2025 with a team of four.\n",
}
BRIEF = """# Ticket kiosk for the ferry quay

We need a ticket kiosk for the quay, in Python, beside our Oracle database.

## Contents

Your offer shall contain: the approach; one similar project completed since January 1, 2024, by a
team of three to five people; and the price.
"""


def test_a_case_outside_the_asked_dates_or_size_is_left_out_and_the_author_is_told() -> None:
    one = draft(BRIEF, pages=PAGES)
    text = printed(one)
    assert "Alta" in text
    assert "Brava" not in text
    assert "Cima" not in text
    assert "bakery" not in text
    told = " ".join(author(one).checks)
    assert "Brava (completed in June 2019" in told
    assert "Cima (a team of Nine" in told


def test_the_terms_in_common_are_printed_as_the_reason() -> None:
    text = printed(draft(BRIEF, pages=PAGES))
    shared = next(line for line in text.splitlines() if line.startswith("In common"))
    assert "Python" in shared
    assert "Oracle" in shared


def test_without_a_case_that_fits_the_section_is_a_question() -> None:
    one = draft(BRIEF, pages={"case-studies/d.md": PAGES["case-studies/d.md"]})
    assert "section.cases" in [question.key for question in one.questions]
    assert "cases" not in [section.id for section in one.document.sections]
    answered = draft(BRIEF, answers={"section.cases": "The kiosk of Dorn, finished in 2025."})
    assert "The kiosk of Dorn, finished in 2025." in printed(answered)


def test_articles_of_another_language_are_nothing_in_common() -> None:
    text = (
        "# Angebotsanfrage: Neue Website\n\nDie Gemeinde sucht eine Agentur für eine neue, "
        "barrierefreie Website mit Kalender. Die bisherige ist nicht barrierefrei.\n"
    )
    page = (
        "# Website der Stadtwerke\n\nDie Stadtwerke brauchten eine barrierefreie Website mit "
        "Kalender.\n"
    )
    shown = printed(draft(text, pages={"case-studies/stadtwerke.md": page}))
    assert "barrierefreie" in shown
    assert "In common with your request" in shown
    common = next(line for line in shown.splitlines() if line.startswith("In common"))
    assert "eine" not in common.replace(",", "").split()
