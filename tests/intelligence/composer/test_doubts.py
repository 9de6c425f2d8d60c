"""Internal pages: never printed, and a commitment that they put in doubt goes to the author."""

from __future__ import annotations

import pytest

from sealedbid.intelligence.writer.doubts import Doubt, is_doubted
from tests.intelligence.composer.making import assign, author, draft, printed

INTERNAL = """# Internal: plans for the year

Internal, not for clients. Ines Berg will be on leave from May to October, which clients do not
know.

## Who may leave

Olaf Tann has an offer from Oslo at a third more. He is key personnel in two open quotations.
The desk in Riga is discontinued in June, and Riga Support Desk gets no new orders.
"""
PAGES = {
    "internal/plans.md": INTERNAL,
    "policies/people.md": "# People\n\nThe team that we quote is held in reserve for you until you "
    "decide. Ines Berg is the deputy for the lead of each order.\n",
    "people/ines.md": "# Ines Berg, analyst\n\nInes Berg is an analyst. She has counted 90 "
    "harbors since 2012.\n",
    "people/olaf.md": "# Olaf Tann, developer\n\nOlaf Tann writes software for harbors.\n",
}
BRIEF = (
    "We need a deputy for the lead of the order. The team that you quote must be held in reserve "
    "until we decide. Who would lead the work?"
)


def test_names_are_found_with_the_kind_of_doubt_and_without_the_pages_words() -> None:
    found = {(one.name, one.kind) for one in assign(BRIEF, pages=PAGES).recall.doubts}
    assert ("Ines Berg", "absence") in found
    assert ("Olaf Tann", "departure") in found
    assert ("Olaf Tann", "a promise elsewhere") in found
    assert "October" not in repr(assign(BRIEF, pages=PAGES).recall.doubts)


def test_a_promise_in_doubt_is_held_back_and_told() -> None:
    one = draft(BRIEF, pages=PAGES)
    assert "held in reserve for you" not in printed(one)
    assert "is the deputy" not in printed(one)
    held = {each.text: each.reason for each in author(one).held}
    assert any("deputy" in text and "Ines Berg" in reason for text, reason in held.items())


def test_no_internal_page_is_printed_to_anybody() -> None:
    one = draft("We need to know who is on leave from May to October. Who may leave?", pages=PAGES)
    written = printed(one) + author(one).model_dump_json()
    assert "which clients do not" not in written
    assert "at a third more" not in written


def test_a_person_in_doubt_whom_an_answer_names_is_told_to_the_author() -> None:
    one = draft(BRIEF, pages=PAGES, answers={"person.lead": "Ines Berg"})
    assert "Ines Berg, Analyst" in printed(one)
    assert "Ines Berg is named in this offer" in " ".join(author(one).checks)


DOUBT = Doubt(name="Ines Berg", kind="absence", page="Plans")


@pytest.mark.parametrize(
    ("sentence", "is_held"),
    [
        ("Ines Berg is the deputy for the lead.", True),
        ("Ines Berg will answer within a day.", True),
        ("Ines Berg counted 90 harbors.", False),
        ("We hold the quoted team in reserve until you decide.", True),
        ("Each role has a deputy.", True),
        ("No offer of ours is subject to availability of staff.", True),
        ("We keep the team until the end.", False),
        ("Files can be opened by the team alone.", False),
        ("Olaf Tann is the deputy for the lead.", False),
    ],
)
def test_only_a_promise_meets_a_doubt(sentence: str, is_held: bool) -> None:
    assert (is_doubted(sentence, [DOUBT], people=["Ines Berg"]) is not None) is is_held


def test_a_doubt_is_found_over_a_wrapped_line() -> None:
    page = "# Plans\n\nFrom the autumn on, and as far as we know by now, Ada Hollin\nis on leave.\n"
    text = "We want a website. Ada Hollin is on leave, as far as we know."
    found = assign(text, pages={"internal/plans.md": page}).recall.doubts
    assert [(one.name, one.kind) for one in found] == [("Ada Hollin", "absence")]
