"""Passages that look like answers and are none: conflicts, echoes of the brief, near misses."""

from __future__ import annotations

import pytest

from sealedbid.intelligence.writer.composer.comparing import conflict
from sealedbid.intelligence.writer.composer.echoes import Brief
from tests.intelligence.composer.making import author, draft, printed


def candidates(text: str, pages: dict[str, str]) -> list[tuple[str, str, str]]:
    return [
        (one.state, each.verdict, each.text)
        for one in author(draft(text, pages=pages)).requirements
        for each in one.candidates
    ]


@pytest.mark.parametrize(
    ("asked", "said", "reason"),
    [
        ("Be available from 8 a.m. to 5 p.m.", "Available from 8 a.m. to 3 p.m.", "5 p.m. asked"),
        ("Support from 09:00 to 18:00", "We are there from 09:00 to 16:30", "18:00 asked"),
        ("Answer incidents within 1 hour", "Incidents are answered in 4 hours", "1 hour asked"),
        ("Correct defects for at least 90 days", "We correct defects for 60 days", "90 days asked"),
        ("Documents conform to WCAG 2.2 AA", "Documents conform to WCAG 2.1 level AA", "WCAG 2.2"),
        ("Documents conform to WCAG 2.2 level AA", "Documents conform to WCAG 2.2 A", "WCAG 2.2"),
        ("Hold ISO 27001", "We hold ISO 9001", "ISO 27001"),
        ("Insurance of at least $2,000,000", "Our insurance covers $1,000,000", "$2,000,000"),
        ("The vendor must not store card data.", "The vendor stores card data.", "says not"),
        ("Two weeks of training for staff", "Training for staff takes three days", "Two weeks"),
    ],
)
def test_values_that_differ_are_a_conflict(asked: str, said: str, reason: str) -> None:
    assert reason in conflict(asked, said)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Correct defects for at least 60 days", "We correct defects for 90 days"),
        ("Revoke a key within 15 minutes", "A key is revoked in eleven minutes"),
        ("Insurance of at least $1,000,000", "Our insurance covers $2,000,000 per claim"),
        ("Documents conform to WCAG 2.2 AA", "Documents conform to WCAG 2.2 level AA"),
        ("Correct defects without charge", "We correct defects free of charge"),
        ("The contractor must not access production.", "Production access is not needed."),
        ("Available from 8 a.m. to 5 p.m.", "Available from 8 a.m. to 5 p.m. on weekdays"),
        ("Deliver in two weeks", "We deliver in 14 days"),
    ],
)
def test_values_that_fit_are_no_conflict(asked: str, said: str) -> None:
    assert conflict(asked, said) == ""


def test_a_conflict_is_shown_to_the_author_and_not_printed() -> None:
    brief = "The help desk must be available from 8 a.m. to 5 p.m. on working days."
    page = "# Help desk\n\nOur help desk is available from 8 a.m. to 3 p.m. on working days.\n"
    one = draft(brief, pages={"policies/desk.md": page})
    assert [asked.state for asked in author(one).requirements] == ["conflicting"]
    assert "3 p.m." not in printed(one)
    assert "3 p.m. known" in author(one).requirements[0].candidates[0].reason


@pytest.mark.parametrize(
    ("brief", "page"),
    [
        (
            "The code must be delivered to the client's repository each day.",
            "# Code\n\nOur code is kept in a Git repository from the first day of an order.\n",
        ),
        ("The contractor must rent rooms in Graz.", "# Rooms\n\nWe rent rooms in Graz.\n"),
        ("All staff must be trained in first aid.", "# Aid\n\nAll of our staff know first aid.\n"),
    ],
)
def test_a_passage_is_a_suggestion_and_never_a_yes(brief: str, page: str) -> None:
    found = candidates(brief, {"policies/page.md": page})
    assert found
    assert {(state, verdict) for state, verdict, _ in found} == {("suggested", "suggested")}


BRIEF = """# Ferry tickets

The portal must show the next sailing to people at the quay. Tickets must be sold until the gate
closes, and a refund has to reach the traveller within five days.
"""


def test_the_brief_itself_is_never_quoted_as_ours() -> None:
    pages = {"inbox/brief.md": BRIEF, "policies/own.md": "# Gates\n\nWe count people at a gate.\n"}
    one = draft(BRIEF, pages=pages)
    assert not [note for note in one.notes if note.source_title == "Ferry tickets"]
    sources = {each.source for asked in author(one).requirements for each in asked.candidates}
    assert "Ferry tickets" not in sources


@pytest.mark.parametrize(
    ("sentence", "is_echo"),
    [
        ("The portal must show the next sailing to people at the quay.", True),
        ("the portal must show the NEXT sailing, to people at the quay", True),
        ("The portal must show the next sailing to all people at the quay.", True),
        ("Our portal shows each sailing at the quay of a harbor.", False),
        ("Tickets must be sold.", True),
        ("We sell tickets.", False),
    ],
)
def test_words_of_the_brief_are_known_in_their_order(sentence: str, is_echo: bool) -> None:
    assert Brief(BRIEF).has(sentence) is is_echo
