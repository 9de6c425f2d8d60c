"""The contents that an answer has to have, in order, with short headings and conditions."""

from __future__ import annotations

import pytest

from sealedbid.intelligence.brief import Asked
from tests.intelligence.brief.reading import read


def asked(text: str) -> tuple[Asked, ...]:
    found = read(text).contents
    for each in found:
        assert text[each.span.start : each.span.end] == each.span.text
    return found


def headings(text: str) -> list[str]:
    return [each.heading for each in asked(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Quotations shall contain: your approach; a staffing plan; proof of insurance.",
            ["Approach", "Staffing plan", "Insurance"],
        ),
        (
            "Your proposal should include:\n\n- A timeline\n- Two references\n- The price per page",
            ["Timeline", "References", "Price per page"],
        ),
        (
            "Proposals must include:\n\n1. Understanding of the task\n2. Prices",
            ["Understanding of the task", "Prices"],
        ),
        (
            "## Contents of the quotation\n\n- Cover letter\n- Work plan\n\n## Other\n\n- Nothing",
            ["Cover letter", "Work plan"],
        ),
        (
            "## Proposal format\n\n### 1. Technical approach\n\nDescribe it.\n\n### 2. Prices\n",
            ["Technical approach", "Prices"],
        ),
        (
            "## What to include in your proposal\n\n1. **Approach.** Describe how you work.\n"
            "2. **Team.** Name your people.",
            ["Approach", "Team"],
        ),
        (
            "Your quote must include (a) a plan, (b) two references and (c) a price.",
            ["Plan", "References", "Price"],
        ),
        (
            "## Section 4. Proposal Format and Content\n\n### Sec. 4.01 Introduction\n\nWords.\n\n"
            "#### More\n\n### Sec. 4.02 Staffing Plan\n\n### Sec. 4.03 Evaluation Criteria\n",
            ["Introduction", "Staffing Plan"],
        ),
        ("## Proposal contents\n\n- [Sec. 1](#1)\n- [Sec. 2](#2)", []),
        ("Please send us the following:\n- a plan\n- a price", ["Plan", "Price"]),
        (
            "The bid shall contain a plan, two references and a price.",
            ["Plan", "References", "Price"],
        ),
        (
            "Das Angebot muss enthalten: eine Zeitplanung; zwei Referenzen; die Preise.",
            ["Zeitplanung", "Referenzen", "Preise"],
        ),
        ("## Inhalt des Angebots\n\n- Anschreiben\n- Preisblatt", ["Anschreiben", "Preisblatt"]),
        (
            "L'offre devra comprendre :\n\n- un planning\n- deux références\n- les prix",
            ["Planning", "Références", "Prix"],
        ),
        ("## Pièces à fournir\n\n- Un devis\n- Un CV", ["Devis", "CV"]),
        (
            "La oferta deberá incluir:\n\n- un plan\n- dos referencias\n- los precios",
            ["Plan", "Referencias", "Precios"],
        ),
        (
            "De offerte moet bevatten:\n\n- een planning\n- twee referenties\n- de prijs",
            ["Planning", "Referenties", "Prijs"],
        ),
    ],
)
def test_things_asked_are_found_in_order_with_short_headings(
    text: str, expected: list[str]
) -> None:
    assert headings(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The system must include a login, a search and a map.",
        "Proposals must be sent by e-mail, in English, by noon.",
        "Proposals will be evaluated on: price; quality; time.",
        "The site should include:\n\n- a shop\n- a blog",
        "We need a shop, a blog and a map.",
        "Protests must include the following information:\n\n- a name\n- a signature",
    ],
)
def test_what_the_work_contains_is_not_what_the_answer_contains(text: str) -> None:
    assert asked(text) == ()


def test_conditions_are_kept_in_the_briefs_words() -> None:
    text = (
        "The quotation shall contain: two similar projects completed since January 1, 2024, by a"
        " team of three to five people; key personnel (a product manager and a developer, with"
        " resumes); subcontractors, if any."
    )
    assert [(each.heading, each.conditions) for each in asked(text)] == [
        (
            "Similar projects",
            ("completed since January 1, 2024", "by a team of three to five people"),
        ),
        ("Key personnel", ("a product manager and a developer, with resumes",)),
        ("Subcontractors", ("if any",)),
    ]


def test_nested_items_are_conditions_of_the_item_above_them() -> None:
    text = "Your proposal must include:\n\n- A team\n  - with a lead\n  - with a deputy\n- Prices"
    assert [(each.heading, each.conditions) for each in asked(text)] == [
        ("Team", ("with a lead", "with a deputy")),
        ("Prices", ()),
    ]


def test_things_asked_keep_their_own_numbers() -> None:
    text = "Quotations shall contain:\n\n1. A plan\n2. A price"
    assert [each.ref for each in asked(text)] == ["1", "2"]


def test_named_paragraphs_under_a_named_number_are_contents_but_rules_of_form_are_not() -> None:
    text = (
        "**6. Quotation Instructions**. Read this first.\n\n"
        "a. *Format.* Use 8.5 by 11 inch paper.\n\nb. *Page Limits*. No more than 3 pages.\n\n"
        "c. *Cover Page*. Say who you are.\n\nd. *Staffing Plan.* Name the team.\n"
    )
    assert [(each.heading, each.ref) for each in asked(text)] == [
        ("Cover Page", "6.c"),
        ("Staffing Plan", "6.d"),
    ]


def test_a_number_that_is_named_for_contents_and_has_none_gives_none() -> None:
    assert asked("1. Quotation Instructions. Submit it all.\n\n2. Prices. Say them.") == ()


def test_a_condition_is_no_part_of_an_enumeration() -> None:
    text = "Offers shall include a technical file and a price file; unless a waiver applies."
    assert not [each for each in asked(text) if each.text.startswith("unless")]
