"""The demo's county brief: drafted, answered with the demo's own answers, and drafted again."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
import pytest_asyncio

from sealedbid.content.author import Author
from sealedbid.demo.agency import CONSULTANCY
from sealedbid.intelligence.export import author_of, to_html, to_markdown
from sealedbid.intelligence.presenting import Presented, present
from sealedbid.usecases import answering
from sealedbid.usecases.drafting import request_redraft
from sealedbid.worker.run import run_worker
from tests.acceptance.examples import assert_is_shown
from tests.fixtures.agencies import Agencies

pytestmark = pytest.mark.full

# By hand, from the price list and the demo's answers: hours times rate, and travel.
LABOR = 660 * 165 + 1180 * 158 + 440 * 162 + 180 * 145
TOTAL = LABOR + 5_200
CEILING = 420_000
ASKED = [
    "approach",
    "staffing plan",
    "key personnel",
    "similar projects",
    "subcontractors",
    "conflicts of interest",
    "price",
    "liability insurance",
]
_DRAFTED: dict[str, tuple[Presented, Presented]] = {}


@pytest_asyncio.fixture
async def drafts(agencies: Agencies) -> tuple[Presented, Presented]:
    """The draft without an answer, and with all of the demo's; written once."""
    if "county" not in _DRAFTED:
        one = agencies.by_folder[CONSULTANCY].agency
        before = await agencies.draft(
            CONSULTANCY, one.brief.read_text(encoding="utf-8"), one.asked_by
        )
        proposal_id, given = before.proposal.id, one.answers()
        assert given is not None
        async with agencies.acting(CONSULTANCY).sealed() as tx:
            for key, text in given.answers.items():
                await answering.answer(tx, proposal_id, key, text)
            await answering.confirm(tx, proposal_id, given.confirm)
            await request_redraft(tx, proposal_id)
        await run_worker(agencies.installation.settings, until_idle=True, lease=60)
        async with agencies.acting(CONSULTANCY).sealed() as tx:
            after = await present(tx, proposal_id)
        assert after is not None
        _DRAFTED["county"] = (before, after)
    return _DRAFTED["county"]


def told(shown: Presented) -> Author:
    assert shown.document.author is not None
    return shown.document.author


def test_the_total_is_the_key_that_was_written_by_hand(
    drafts: tuple[Presented, Presented],
) -> None:
    before, after = drafts
    assert TOTAL == 397_920 < CEILING
    assert before.proposal.total_minor == 0
    assert after.proposal.total_minor == TOTAL * 100
    counted = [line for line in after.lines if line.is_selected]
    assert sum(int(line.quantity * line.unit_price_minor) for line in counted) == TOTAL * 100
    text = to_markdown(after)
    assert "| **Total, not to exceed** |  |  |  | **$397,920.00** |" in text
    assert "| Labor | 5 | 2,460 |  | $392,720.00 |" in text
    assert "Total" not in to_markdown(before)


def test_the_sections_stand_in_the_order_in_which_they_are_asked(
    drafts: tuple[Presented, Presented],
) -> None:
    headings = [section.heading.lower() for section in drafts[1].document.sections]
    assert len(headings) == len(ASKED)
    assert all(word in heading for word, heading in zip(ASKED, headings, strict=True))


def test_what_is_unanswered_is_not_printed_and_is_asked(
    drafts: tuple[Presented, Presented],
) -> None:
    before, after = drafts
    ids = {section.id for section in before.document.sections}
    assert not ids & {"subcontractors", "conflicts", "people"}
    keys = {question.key for question in told(before).questions}
    assert {"section.subcontractors", "choice.3.2", "requirement.3.6", "price.travel"} <= keys
    assert told(after).questions == []


@pytest.mark.parametrize("word", ["yes", "yes, each.", "in part", "to be confirmed", "[", "TBD"])
def test_no_yes_and_no_open_place_is_printed_without_a_person(
    drafts: tuple[Presented, Presented], word: str
) -> None:
    document = drafts[0].document
    texts = [block for section in document.sections for block in section.blocks]
    assert not [b for b in texts if b.kind != "quote" and f" {word} " in f" {b.text} "]


def test_two_projects_are_inside_the_dates_and_the_size_that_are_asked(
    drafts: tuple[Presented, Presented],
) -> None:
    (section,) = [one for one in drafts[1].document.sections if one.id == "cases"]
    titles = [block.text for block in section.blocks if block.kind == "heading"]
    assert len(titles) == 2
    assert all(_year(block.text) >= "2024" for block in section.blocks if "Completed" in block.text)


def _year(text: str) -> str:
    return max(word.strip(".") for word in text.split() if word.strip(".").isdigit())


def test_nobody_is_offered_whom_no_answer_names(drafts: tuple[Presented, Presented]) -> None:
    (section,) = [one for one in drafts[1].document.sections if one.id == "people"]
    names = [block.text.split(",")[0] for block in section.blocks if block.kind == "heading"]
    assert names == ["Miguel Santos", "Priya Raman"]


def test_no_promise_is_printed_that_an_internal_page_puts_in_doubt(
    drafts: tuple[Presented, Presented],
) -> None:
    for shown in drafts:
        text = to_markdown(shown)
        assert "in reserve" not in text
        assert "subject to availability" not in text
        assert "named deputy" not in text
        assert any("in reserve" in one.text for one in told(shown).held) or shown is drafts[0]
        assert "$40,000 more" not in author_of(shown)


def test_the_length_stays_under_the_limit(drafts: tuple[Presented, Presented]) -> None:
    words = len(to_markdown(drafts[1]).split())
    assert words < 10 * 385


def test_the_page_says_the_same_and_asks_nobody_for_anything(
    drafts: tuple[Presented, Presented],
) -> None:
    page = to_html(drafts[1])
    assert "$397,920.00" in page
    assert "size:letter" in page
    for address in ("src=", "@import", "<script", "<link", "url(http"):
        assert address not in page


def test_each_version_is_without_the_authors_part(
    agencies: Agencies, drafts: tuple[Presented, Presented]
) -> None:
    rows = agencies.behind(
        "select content ? 'author' from public.proposal_versions where proposal_id = %s",
        drafts[1].proposal.id,
    )
    assert rows
    assert not any(has_author for (has_author,) in rows)


def test_a_date_in_a_brief_of_the_demo_lies_ahead_whenever_it_runs(agencies: Agencies) -> None:
    for one in agencies.by_folder.values():
        for today in (date(2026, 11, 27), date(2026, 12, 24), date(2027, 9, 1)):
            text = one.agency.brief_on(today).decode()
            assert len(text) > 1000
    county = agencies.by_folder[CONSULTANCY].agency.brief_on(date(2027, 1, 4)).decode()
    assert "February 2, 2027" in county
    assert "January 1, 2024" in county
    assert "February 23 to 25, 2027" in county


def test_hours_stay_within_the_rules_of_the_house(agencies: Agencies) -> None:
    given = agencies.by_folder[CONSULTANCY].agency.answers()
    assert given is not None
    weeks = 20
    lead = Decimal(given.answers["price.product-manager.quantity"])
    assert Decimal("0.8") * 40 * weeks <= lead <= 40 * weeks


def test_what_was_not_chosen_is_no_proof_of_what_was(
    drafts: tuple[Presented, Presented],
) -> None:
    text = to_markdown(drafts[1])
    chosen = text[text.index("Chosen") :]
    assert "Python" in chosen[:40]
    assert "Node.js" not in chosen[: chosen.index("3.3")]


def test_the_document_in_docs_is_the_one_that_is_drafted(
    drafts: tuple[Presented, Presented],
) -> None:
    assert_is_shown(drafts[1], "county-composed")
