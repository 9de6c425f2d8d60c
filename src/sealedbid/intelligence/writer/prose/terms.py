"""Paragraphs of terms, in the organization's words, which a model may say to this client."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sealedbid.content.documents import Block
from sealedbid.intelligence.writer.composer.outline import Slot
from sealedbid.intelligence.writer.composer.shelf import units_of
from sealedbid.intelligence.writer.prose.parts import KEPT, Part, fixed_part
from sealedbid.intelligence.writer.prose.passages import Picked, is_fit
from sealedbid.intelligence.writer.prose.work import Work

UNNAMED: Final = ("Our practice", "Basis")
"""Labels of the composer that prose needs no more."""
PRICE: Final = "the finding: the price, how it stands to the client's budget, and what it holds"


def price(work: Work, slot: Slot, blocks: Sequence[Block]) -> list[Part]:
    """Divide the words beside the price table; the first says the finding, out of slots."""
    parts = terms(work, slot, blocks)
    first = next((part for part in parts if part.picked), None)
    if first is not None and work.desk.priced.has_total:
        first.asked = PRICE
    return parts


def terms(work: Work, slot: Slot, blocks: Sequence[Block]) -> list[Part]:
    """Divide into paragraphs, each with the passages that it quotes; what a person said stays.

    In a letter they stay as they are: it has no room to say them anew.
    """
    if not work.desk.assignment.brief.contents:
        return [fixed_part(blocks)]
    return [_paragraph(work, block) for block in blocks]


def _paragraph(work: Work, block: Block) -> Part:
    is_fixed = block.computed or block.answers or block.kind != "paragraph" or block.label in KEPT
    picked = [] if is_fixed else _quoted(work, block)
    if not picked:
        return fixed_part([block])
    label = "" if block.label in UNNAMED else block.label
    asked = f"{block.label or 'the terms'}: what holds for this client, and only that"
    return Part(id="", label=label, asked=asked, prose=[block], picked=picked)


def _quoted(work: Work, block: Block) -> list[Picked]:
    """The printable sentences of the pages that a paragraph quotes, its own passages first."""
    desk = work.desk
    known = {match.id: match for match in desk.assignment.recall.passages}
    ids = dict.fromkeys(desk.notes.numbered(number).org_brain_id for number in block.notes)
    quoted = [known[id] for id in ids if id is not None and id in known]
    pages = {match.source_id for match in quoted}
    rest = [one for one in known.values() if one.source_id in pages and one not in quoted]
    found = []
    for match in [*quoted, *sorted(rest, key=lambda one: one.chunk_no)]:
        units = [
            unit
            for unit in units_of([match])
            if is_fit(desk, unit) and desk.library.is_printable(unit)
        ]
        if units:
            found.append(Picked(match, units))
    return found
