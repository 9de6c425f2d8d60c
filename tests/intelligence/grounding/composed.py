"""The composer's drafts of the demo's briefs, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sealedbid.content.documents import Block
from sealedbid.demo.agency import CONSULTANCY, STUDIO, read_agency
from sealedbid.intelligence.brief.structure.sentences import sentences
from sealedbid.intelligence.grounding.models import Source
from sealedbid.intelligence.reviewing.sources import Shelf, shelf_of, source_of
from sealedbid.intelligence.writer import Assignment, Draft
from sealedbid.intelligence.writer.composer import compose
from tests.intelligence.composer.making import assign, service
from tests.intelligence.grounding.cases import Sentence

CURRENCY = {CONSULTANCY: "USD", STUDIO: "EUR"}


@cache
def drafted(folder: str, name: str) -> tuple[Assignment, Draft]:
    """Draft a brief of an agency, without a database and without an answer."""
    agency = read_agency(folder)
    root = agency.knowledge
    assignment = assign(
        agency.brief.with_name(name).read_text(encoding="utf-8"),
        pages={
            str(path.relative_to(root)): path.read_text(encoding="utf-8")
            for path in sorted(root.rglob("*.md"))
        },
        offers=[
            service(one.name, one.unit_price_minor, one.unit, description=one.description,
                    currency=CURRENCY[folder], period=one.billing_period)
            for one in agency.services
        ],
        client=agency.asked_by,
        currency=CURRENCY[folder],
    )  # fmt: skip
    return assignment, compose(assignment)


def composed() -> Iterator[Sentence]:
    """The sentences that the composer took from knowledge, with the passages that they cite."""
    for folder in (CONSULTANCY, STUDIO):
        for name in (read_agency(folder).brief.name, "short.md"):
            assignment, draft = drafted(folder, name)
            passages = [*assignment.recall.matches, *assignment.recall.whole]
            shelf = shelf_of(assignment.text, passages, assignment.offers, draft.notes, {})
            given = tuple(source_of(match) for match in shelf.passages.values())
            for section in draft.document.sections:
                for block in section.blocks:
                    yield from _of_block(block, shelf, given, f"{folder} {name}")


def _of_block(
    block: Block, shelf: Shelf, given: tuple[Source, ...], case: str
) -> Iterator[Sentence]:
    if block.kind != "paragraph" or block.computed or not block.notes:
        return
    found = [shelf.of_note(number) for number in block.notes]
    cited = tuple(one for one in found if one is not None and one.of == "knowledge")
    for start, end in sentences(block.text):
        text = block.text[start:end]
        if cited and text.endswith(".") and any(text in one.text for one in cited):
            yield Sentence(case=case, kind="", text=text, language="en", cited=cited, given=given)
