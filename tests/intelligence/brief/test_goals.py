"""The client's wishes in the brief's own sentences, and what is none of them."""

from __future__ import annotations

import pytest

from tests.intelligence.brief.reading import read

WISH = "Our goal is to let visitors book their tickets online."


def goals(text: str) -> list[str]:
    return [each.text for each in read(text).goals]


@pytest.mark.parametrize(
    "other",
    [
        "##Purpose, Description and Objectives [insert section]",
        "The purpose of the project is [insert purpose here] for the client.",
        "The purpose of this section is XXX and nothing but XXX.",
        "{{client_name}} would like to provide a better site for its visitors.",
        "[^1]: The purpose of this footnote is to explain the word.",
        "Proposals must be submitted by e-mail in order to be considered.",
        "Please send your proposal to the office in order to take part.",
        "Questions about the goals should be sent in writing by Friday.",
        "The aim is that offers are received no later than 3 May.",
        "Tel: 01234 567890, purpose built office, High Street 12",
        "Objective of the museum | www.museum.example | office@museum.example",
        "Contact: The purpose office, 12 High Street, Exampleton town",
    ],
)
def test_placeholders_letterheads_footnotes_and_rules_are_no_wishes(other: str) -> None:
    found = goals(f"## Goals\n\n{WISH}\n\n{other}\n\nMore words stand here, and they say little.")
    assert WISH in found
    assert not [each for each in found if other.strip("# ")[:30] in each]


@pytest.mark.parametrize(
    "wish",
    [
        "We want a new website so that visitors find our mill.",
        "The museum is looking for an agency that builds its shop.",
        "Wir suchen eine Agentur, die unseren Webshop neu baut.",
        "Nous souhaitons refondre notre site afin de mieux vendre.",
        "Buscamos una agencia que renueve nuestra tienda en línea.",
        "Wij zoeken een bureau dat onze webshop opnieuw bouwt.",
    ],
)
def test_a_wish_is_found_in_five_languages(wish: str) -> None:
    assert (
        goals(f"# A title\n\n## 3. Procedure\n\n{wish}\n\nThe sky is blue over the old mill.")[0]
        == wish
    )


def test_words_broken_by_a_page_are_whole_in_a_wish() -> None:
    text = "## Goals\n\nOur goal is to let visi-\ntors book\nAcme RFP Page 3 of 9\ntheir tickets."
    brief = read(text)
    assert [each.text for each in brief.goals] == [
        "Our goal is to let visitors book their tickets."
    ]
    assert "Page 3 of 9" in brief.goals[0].span.text
