"""The demo's county brief by a model that writes well: prose, every sentence of it supported."""

from __future__ import annotations

import pytest
import pytest_asyncio

from sealedbid.content.author import Author
from sealedbid.content.documents import Block
from sealedbid.demo.agency import CONSULTANCY
from sealedbid.intelligence.export import author_of, to_html, to_markdown
from sealedbid.intelligence.presenting import Presented
from tests.acceptance.examples import assert_is_shown
from tests.fixtures.agencies import Agencies
from tests.fixtures.good_writer.drafting import NAME, draft_county

pytestmark = pytest.mark.full

TOTAL = 660 * 165 + 1180 * 158 + 440 * 162 + 180 * 145 + 5_200
WORDS = 10 * 385  # of ten pages, with tables
NUMBERED = [f"3.{number}" for number in range(1, 11)]
SENTENCES = """
select output -> 'sentences' from agent_steps where step = 'review' and status = 'done'
 and run_id = (select id from agent_runs where proposal_id = %s order by created_at desc limit 1)
 order by created_at desc limit 1
"""
_DRAFTED: dict[str, Presented] = {}


@pytest_asyncio.fixture
async def county(agencies: Agencies) -> Presented:
    """The county's proposal in prose; written once."""
    if "county" not in _DRAFTED:
        _DRAFTED["county"], _ = await draft_county(agencies)
    return _DRAFTED["county"]


def told(shown: Presented) -> Author:
    assert shown.document.author is not None
    return shown.document.author


def blocks(shown: Presented, id: str = "") -> list[Block]:
    return [
        block
        for section in shown.document.sections
        if not id or section.id == id
        for block in section.blocks
    ]


def prose(shown: Presented) -> list[str]:
    return [one.text for block in blocks(shown) for one in block.sentences]


def test_the_model_wrote_it_and_the_document_says_so(county: Presented) -> None:
    assert county.document.composed_by == f"model:{NAME}"
    assert len(prose(county)) >= 80
    assert len([block for block in blocks(county) if block.sentences]) >= 20


def test_every_sentence_is_supported_by_the_real_judge(
    agencies: Agencies, county: Presented
) -> None:
    ((judged,),) = agencies.behind(SENTENCES, county.proposal.id)
    assert len(judged) >= len(prose(county))
    assert set(prose(county)) <= {one["text"] for one in judged}
    doubted = [one for one in judged if one["verdict"] != "supported"]
    assert [(one["text"], one["reasons"]) for one in doubted] == []


def test_nothing_that_the_model_wrote_was_held_back(county: Presented) -> None:
    assert [one.text for one in told(county).held if one.source == "the model's draft"] == []


def test_each_requirement_is_answered_by_its_number_in_prose(county: Presented) -> None:
    found: dict[str, list[Block]] = {}
    at = ""
    for block in blocks(county):
        at = block.label if block.label else at if block.sentences else ""
        if at in NUMBERED:
            found.setdefault(at, []).append(block)
    assert list(found) == NUMBERED
    for number, paragraphs in found.items():
        said = [one for block in paragraphs for one in block.sentences]
        assert any(one.answers for one in said) or number == "3.10"
        assert any(one.notes for one in said)


def test_the_sums_come_out_of_rows_and_are_said_in_prose(county: Presented) -> None:
    assert county.proposal.total_minor == TOTAL * 100
    (summary,) = [block for block in blocks(county) if block.label == "In brief"]
    assert len(summary.sentences) == 4  # one for each criterion of the brief
    assert "$397,920.00" in summary.text
    assert "$22,080.00 below" in summary.text
    assert "March 22, 2027" in summary.text


def test_the_people_are_those_whom_answers_name(county: Presented) -> None:
    text = to_markdown(county)
    for name in ("Miguel Santos", "Priya Raman", "Jonah Beck", "Marcus Thiel", "Hanna Lindgren"):
        assert f"### {name}" in text
    assert "Elena Vasquez" not in text


@pytest.mark.parametrize(
    "words",
    ["{{", "[insert", "TBD", "to be confirmed", "$40,000", "on leave", "Northgate", "in reserve"],
)
def test_no_open_place_and_nothing_internal_is_printed(county: Presented, words: str) -> None:
    assert words not in to_markdown(county)


def test_the_words_stay_a_tenth_below_the_limit(county: Presented) -> None:
    assert len(to_markdown(county).split()) < 0.9 * WORDS


def test_it_is_said_to_the_client_and_not_about_the_client(county: Presented) -> None:
    said = " ".join(prose(county)).lower()
    assert " the client" not in said
    assert said.count(" your ") >= 8


def test_no_sentence_and_no_paragraph_is_too_long_to_be_read(county: Presented) -> None:
    assert [text for text in prose(county) if len(text.split()) > 35] == []
    long = [block.text for block in blocks(county) if len(block.text.split()) > 90]
    assert long == []


def test_the_author_reads_which_model_wrote_it(agencies: Agencies, county: Presented) -> None:
    assert f"Written by {NAME}" in author_of(county)
    assert agencies.by_folder[CONSULTANCY].agency.name in to_html(county)


def test_the_document_in_docs_is_the_one_that_is_drafted(county: Presented) -> None:
    assert_is_shown(county, "county-in-prose")
