"""The outline: the contents that a brief asks for, by their kind, or our own."""

from __future__ import annotations

import pytest

from sealedbid.intelligence.asking.facts import questions_of
from sealedbid.intelligence.writer.composer import compose
from sealedbid.intelligence.writer.composer.outline import heading_of, kinds_of
from tests.intelligence.composer.making import assign, draft, keys, printed, service


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("understanding and technical approach", ("understanding", "approach")),
        ("a staffing plan with labor categories", ("staffing",)),
        ("key personnel with resumes", ("people",)),
        ("two similar projects by a team of three", ("cases",)),
        ("subcontractors, if any", ("subcontractors",)),
        ("a statement on conflicts of interest", ("conflicts",)),
        ("a price by labor category", ("price",)),
        ("proof of professional liability insurance", ("insurance",)),
        ("the approach and a planning by week", ("approach", "plan")),
        ("your terms of payment and conditions of warranty", ("terms", "warranty")),
        ("a matrix of our dreams", ("other",)),
        ("a compliance matrix", ("compliance",)),
        ("three references", ("references",)),
    ],
)
def test_the_kind_of_a_section_is_told_by_its_words(text: str, kinds: tuple[str, ...]) -> None:
    assert kinds_of(text) == kinds


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("a staffing plan with labor categories, number of persons, and hours", "Staffing plan"),
        ("key personnel (a product manager, with resumes)", "Key personnel"),
        ("two similar projects completed since January 1, 2024", "Two similar projects"),
        ("subcontractors, if any", "Subcontractors"),
        ("your understanding of the task", "Understanding of the task"),
        ("the approach and a planning by week", "Approach and planning by week"),
        ("the people, with a short biography of each", "People"),
    ],
)
def test_a_heading_is_short_and_in_the_clients_words(text: str, heading: str) -> None:
    assert heading_of(text) == heading


BRIEF = """# Website of the harbor

We need a website for the harbor of Dorn, with the tides of the week.

## Your proposal

Your proposal must contain: the price; a statement on sustainability; a compliance matrix; and your
approach.

## Requirements

1.1 The website must show the tides of the week.

1.2 The website must be readable on a telephone.
"""
PAGE = "# Telephones\n\nEvery website of ours is readable on a telephone, and tested on four.\n"


def test_a_section_without_material_becomes_a_question_and_its_answer_is_printed() -> None:
    one = draft(BRIEF, pages={"policies/telephones.md": PAGE})
    assert "sustainability" not in " ".join(each.heading for each in one.document.sections)
    key = next(key for key in keys(one) if key.startswith("section.other"))
    answered = draft(BRIEF, pages={}, answers={key: "We sail to our clients."})
    assert "We sail to our clients." in printed(answered)
    assert key not in keys(answered)


def test_a_matrix_that_is_asked_for_has_confirmed_rows_alone() -> None:
    assert "compliance" not in [each.id for each in draft(BRIEF).document.sections]
    one = draft(BRIEF, answers={"requirement.1.2": "yes", "requirement.1.1": "no"})
    (section,) = [each for each in one.document.sections if each.id == "compliance"]
    table = section.blocks[0].table
    assert table is not None
    assert [row[0] for row in table.rows] == ["1.2"]


def test_sections_keep_the_order_that_is_asked() -> None:
    one = draft(BRIEF, pages={"policies/telephones.md": PAGE}, answers={"requirement.1.2": "yes"})
    ids = [each.id for each in one.document.sections]
    assert ids.index("compliance") < ids.index("approach")


@pytest.mark.parametrize(
    "note",
    [
        "We need a website for our bakery. Who would do it?",
        "Hi, can you build us an app and a logo, and print labels? Thx, Jo",
        "Wir brauchen eine Website für unsere Mühle.",
        "Need help with our forms, soon please.",
    ],
)
def test_a_note_is_worth_two_questions_at_most(note: str) -> None:
    assert len(keys(draft(note, pages={"people/a.md": "# Ann Ode, designer\n\nAnn draws.\n"}))) <= 2


@pytest.mark.parametrize(
    "brief",
    [
        "## Purpose [insert section]\n\nWe need a map of the harbor for visitors who come by "
        "train.",
        "We need a map of the harbor for visitors who come by train.\n\nProposals must be sent by "
        "e-mail to the clerk, in one PDF.",
    ],
)
def test_only_wishes_are_quoted_as_the_clients(brief: str) -> None:
    (section,) = [each for each in draft(brief).document.sections if each.id == "understanding"]
    assert section.blocks[0].text == "We need a map of the harbor for visitors who come by train."


def test_a_document_that_is_too_long_is_cut_and_what_stays_is_whole() -> None:
    page = "# Tides\n\n" + "\n\n".join(
        f"The website shows the tides of week {n} to readers on a telephone, in a table of {n} "
        "rows with the hours of high and low water, and it is tested with them."
        for n in range(9)
    )
    long = BRIEF.replace("Your proposal must", "The proposal must not exceed 60 words. It must")
    one = draft(long, pages={"policies/tides.md": page})
    text = printed(one)
    assert len(text.split()) < 130
    assert all(line.rstrip().endswith((".", "?", "!")) for line in text.splitlines()[1:])


def test_questions_about_facts_count_among_the_two() -> None:
    note = "We want a website for our mill. 3 May 2027 or 4 June 2027 would suit us, budget 1,000."
    given = assign(note, offers=[service("Website build", 1, "page"), service("Website", 2)])
    facts = questions_of(given.brief.facts, most=2)
    assert len(facts) + len(keys(compose(given))) <= 2
