"""Names, missing facts and goals."""

from __future__ import annotations

import pytest

from tests.intelligence.brief.reading import read


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
