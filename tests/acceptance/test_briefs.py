"""Drafts on shipped and on real briefs, checked against their sources, not by the composer."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
import pytest_asyncio

from sealedbid.demo.agency import FOLDERS
from sealedbid.intelligence.brief import read_brief
from sealedbid.intelligence.export import author_of, to_markdown
from sealedbid.intelligence.presenting import Presented
from tests.acceptance.briefs import BRIEFS, Asked
from tests.fixtures.agencies import Agencies

pytestmark = pytest.mark.full

FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")
NAME = re.compile(r"(?<![.!?:“] )(?<!^)\b[A-Z][\w'-]+")
_DRAFTED: dict[str, Presented] = {}


@pytest_asyncio.fixture(params=BRIEFS, ids=[asked.id for asked in BRIEFS])
async def drafted(agencies: Agencies, request: pytest.FixtureRequest) -> tuple[Asked, Presented]:
    """A brief and its draft, which is written once."""
    asked: Asked = request.param
    text = asked.text
    if asked.id not in _DRAFTED:
        _DRAFTED[asked.id] = await agencies.draft(asked.folder, text, asked.client)
    return asked, _DRAFTED[asked.id]


def own_files(agencies: Agencies, folder: str) -> dict[str, str]:
    """The agency's knowledge by type, as in its files."""
    org_id = agencies.by_folder[folder].org_id
    rows = agencies.behind(
        "select s.content_type, convert_from(f.content, 'UTF8') from public.knowledge_sources s"
        " join public.files f on (f.org_id, f.id) = (s.org_id, s.file_id) where s.org_id = %s",
        org_id,
    )
    found: dict[str, str] = {}
    for content_type, text in rows:
        found[content_type] = found.get(content_type, "") + "\n\n" + text
    return found


def sources(agencies: Agencies, asked: Asked, shown: Presented) -> str:
    """All text that a draft may quote, on one line."""
    one = agencies.by_folder[asked.folder]
    files = own_files(agencies, asked.folder)
    files.pop("internal")
    offers = [f"{service.name} {service.description}" for service in one.agency.services]
    known = [*files.values(), *offers, asked.text, one.agency.name, asked.client]
    return " ".join(" ".join(known).split())


def test_the_whole_reads_as_a_proposal(drafted: tuple[Asked, Presented]) -> None:
    _, shown = drafted
    assert shown.proposal.brain_status == "done"
    assert shown.proposal.title.strip()
    assert shown.document.composed_by == "composer"
    text = to_markdown(shown)
    assert text.startswith(f"# {shown.proposal.title[:20]}")
    for section in shown.document.sections:
        assert f"{section.heading}\n" in text
    brief = read_brief(shown.proposal.brief, today=date.today())
    own_outline = not brief.contents  # else the sections are those that the brief asks for
    assert not own_outline or shown.document.sections[0].id.startswith("understanding")


def test_each_quote_stands_in_its_source_word_for_word(
    agencies: Agencies, drafted: tuple[Asked, Presented]
) -> None:
    asked, shown = drafted
    files = own_files(agencies, asked.folder)
    offers = {s.description for s in agencies.by_folder[asked.folder].agency.services}
    assert shown.citations
    for citation in shown.citations:
        if citation.source_kind == "brief":
            start = citation.position or 0
            assert asked.text[start : start + len(citation.quote)] == citation.quote
        elif citation.source_kind == "knowledge":
            assert any(citation.quote in text for text in files.values())
        else:
            assert citation.quote in offers


def test_each_block_carries_where_it_stands(drafted: tuple[Asked, Presented]) -> None:
    _, shown = drafted
    numbers = {citation.number for citation in shown.citations}
    for section in shown.document.sections:
        for block in section.blocks:
            stands = block.notes or block.answers or block.computed
            assert block.kind == "heading" or stands, block
            assert set(block.notes) <= numbers


def test_no_answer_is_given_that_no_person_gave(drafted: tuple[Asked, Presented]) -> None:
    _, shown = drafted
    assert not [one for one in shown.requirements if one.answer_state == "confirmed"]
    for section in shown.document.sections:
        for block in section.blocks:
            assert not block.answers


def test_each_price_is_a_services_and_the_sum_is_right(
    agencies: Agencies, drafted: tuple[Asked, Presented]
) -> None:
    asked, shown = drafted
    rows = agencies.behind(
        "select id, unit_price_minor, unit from public.services where org_id = %s",
        agencies.by_folder[asked.folder].org_id,
    )
    prices = {id: (price, unit) for id, price, unit in rows}
    for line in shown.lines:
        assert line.service_id is not None  # nobody has answered: each is of the price list
        assert (line.unit_price_minor, line.unit) == prices[line.service_id]
        assert line.discount == 0
    counted = [line for line in shown.lines if line.is_selected]
    total = sum(int(Decimal(line.unit_price_minor) * line.quantity) for line in counted)
    assert shown.proposal.total_minor == total


def test_each_figure_and_name_stands_in_a_source(
    agencies: Agencies, drafted: tuple[Asked, Presented]
) -> None:
    asked, shown = drafted
    known = sources(agencies, asked, shown)
    figures, words = set(FIGURE.findall(known)), set(re.findall(r"[\w'-]+", known))
    for section in shown.document.sections:
        for block in section.blocks:
            if block.computed or block.table is not None:
                continue
            for figure in FIGURE.findall(block.text):
                assert figure in figures, block.text
            for name in NAME.findall(block.text):
                assert name in words, block.text


def test_nothing_internal_and_nothing_of_the_other_agency_is_said(
    agencies: Agencies, drafted: tuple[Asked, Presented]
) -> None:
    asked, shown = drafted
    text = " ".join(f"{to_markdown(shown)} {author_of(shown)}".split())
    for piece in own_files(agencies, asked.folder)["internal"].split("\n\n"):
        assert len(piece) < 40 or " ".join(piece.split()) not in text
    for folder in FOLDERS:
        agency = agencies.by_folder[folder].agency
        if folder != asked.folder:
            assert agency.name not in text
            assert not [person.name for person in agency.people if person.name in text]
        assert not [client.notes for client in agency.clients if client.notes in text]
        kept = [one.pricing_strategy_used for one in agency.client_intelligence]
        assert not [secret for secret in kept if secret in text]


def test_every_requirement_is_there_with_its_answer_or_its_absence(
    drafted: tuple[Asked, Presented],
) -> None:
    asked, shown = drafted
    assert shown.document.author is not None
    told = {one.ref: one for one in shown.document.author.requirements}
    for one in shown.requirements:
        place = asked.text[one.position : one.position + one.length]
        assert place.strip()
        assert told[one.ref].state == one.answer_state
        assert bool(told[one.ref].candidates) is (one.answer_state != "open")


async def test_the_same_brief_gives_the_same_draft(agencies: Agencies) -> None:
    asked = BRIEFS[0]
    first, second = [await agencies.draft(asked.folder, asked.text, asked.client) for _ in range(2)]
    assert to_markdown(first) == to_markdown(second)
    assert first.proposal.id != second.proposal.id
