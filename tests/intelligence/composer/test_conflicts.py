"""A requirement that the nearest passage contradicts: not suggested, not answered by another."""

from __future__ import annotations

from sealedbid.intelligence.brief import read_brief
from tests.intelligence.composer.making import TODAY, author, draft, keys, printed

BRIEF = """# Request for proposals: a website

We want a website for our libraries.

1. Updates for security must be installed within three working days.
2. The website must conform to WCAG 2.2, level AA.

Work starts on 03/09/2029 and takes 16 weeks.

## Your proposal

Please send it to Ruth Calder by 29 June 2029.
"""
PAGES = {
    "policies/support.md": "# Support\n\nSecurity updates are installed within five working\ndays. "
    "We answer questions by e-mail within one working day.\n"
}


def test_nothing_is_printed_to_a_requirement_that_is_contradicted() -> None:
    one = draft(BRIEF, pages=PAGES)
    assert "working day." not in printed(one)
    states = {each.ref: each.state for each in author(one).requirements}
    assert states["1"] == "conflicting"


def test_the_author_is_asked_about_facts_too() -> None:
    one = draft(BRIEF, pages=PAGES)
    asked = [question.key for question in author(one).questions]
    assert asked == ["start", *keys(one)]
    again = draft(BRIEF, pages=PAGES, answers={"start": "2029-09-03"})
    assert "start" not in [question.key for question in author(again).questions]


def test_a_proposal_that_is_sent_by_a_day_is_due_then_and_no_requirement() -> None:
    facts = {fact.key: fact for fact in author(draft(BRIEF)).facts}
    assert (facts["deadline"].value, facts["deadline"].sureness) == ("29 June 2029", "sure")
    assert any("Ruth Calder" in line for line in author(draft(BRIEF)).handing_in)
    other = BRIEF.replace("## Your proposal", "## The printed guide")
    facts = {fact.key: fact for fact in author(draft(other)).facts}
    assert facts["deadline"].sureness == "open"


def test_the_name_of_a_request_makes_no_rule_on_handing_in_of_what_is_below_it() -> None:
    text = (
        "# Angebotsanfrage: Neue Website für die Gemeinde\n\nDie Gemeinde sucht eine Agentur.\n\n"
        "1. Die Website muss der BITV 2.0 entsprechen.\n2. Wir brauchen 8 Seitenvorlagen.\n"
        "3. Die Redaktion muss Inhalte selbst pflegen können.\n\n"
        "Bitte senden Sie Ihr Angebot bis zum 15.03.2029.\n"
    )
    kinds = {one.ref: one.kind for one in read_brief(text, today=TODAY).requirements}
    assert "submission" not in {kinds["1"], kinds["2"], kinds["3"]}
    english = "# Request for proposals: a website\n\n1. We need 8 templates.\n"
    assert {one.kind for one in read_brief(english, today=TODAY).requirements} == {"delivery"}
