"""Sections divided into parts, kind by kind, each with the passages that speak to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from sealedbid.content.documents import Block
from sealedbid.intelligence.writer.composer.outline import Kind, Slot
from sealedbid.intelligence.writer.composer.practice import PRACTICE
from sealedbid.intelligence.writer.composer.sections.filling import Filled
from sealedbid.intelligence.writer.composer.sections.plan import SUPPLIES
from sealedbid.intelligence.writer.prose.answering import approach
from sealedbid.intelligence.writer.prose.confirmed import goals
from sealedbid.intelligence.writer.prose.parts import PROSE, Part, fixed_part, sorted_out
from sealedbid.intelligence.writer.prose.passages import on_topics, speaking, telling
from sealedbid.intelligence.writer.prose.projects import cases
from sealedbid.intelligence.writer.prose.team import key_people, staffing
from sealedbid.intelligence.writer.prose.terms import price, terms
from sealedbid.intelligence.writer.prose.work import Work
from sealedbid.intelligence.writer.questions import CONTENT

OF_A_PAGE = 6  # sentences of a whole page
PLANNED = ("communication", "client", "staffing", "testing")  # topics of a plan


def divided(work: Work, filled: Filled) -> list[Part]:
    """Divide a section; parts of kinds that no model writes have only fixed blocks."""
    parts: list[Part] = []
    for piece in filled.pieces:
        divide = DIVIDES.get(piece.kind) if piece.kind in PROSE else None
        if divide is None or piece.kind is None:
            parts.append(fixed_part(piece.blocks))
            continue
        found = divide(work, filled.slot, piece.blocks)
        for part in found:
            part.kind = part.kind or piece.kind
        parts += found
    return _named(parts)


def _named(parts: list[Part]) -> list[Part]:
    """Name the parts that a model may write: by their label, or by a number."""
    taken = {part.label for part in parts if part.label}
    number = 0
    for part in parts:
        if part.kind is None or not (part.picked or part.sources):
            part.id = ""
            continue
        if part.label:
            part.id = part.label
            continue
        number += 1
        while str(number) in taken:
            number += 1
        part.id = str(number)
    return parts


def _understanding(work: Work, slot: Slot, blocks: Sequence[Block]) -> list[Part]:
    part = Part(id="", asked="what the client needs, and what follows from it for the work")
    part.sources = goals(work.desk, work.register)
    return [sorted_out(part, blocks)]


def _plan(work: Work, slot: Slot, blocks: Sequence[Block]) -> list[Part]:
    desk = work.desk
    asked = slot.asked if slot.kind == "plan" else "how the time is used"
    if not desk.given.has(SUPPLIES):
        asked += ", and what the client gives"
    part = Part(id="", asked=asked)
    part.picked = on_topics(desk, PLANNED)
    return [sorted_out(part, blocks)]


def _about(work: Work, slot: Slot, blocks: Sequence[Block]) -> list[Part]:
    part = Part(id="", asked=slot.asked or "who we are, for this client")
    voice = work.desk.assignment.voice
    part.picked = telling(work.desk, voice, work.theme, most=OF_A_PAGE)
    return [sorted_out(part, blocks)]


def _other(work: Work, slot: Slot, blocks: Sequence[Block]) -> list[Part]:
    contents = work.desk.assignment.brief.contents
    number = next((n for n, one in enumerate(contents) if one.span == slot.span), -1)
    asked = [(slot.asked, [f"{CONTENT}{number}"])]
    part = Part(id="", asked=slot.asked)
    part.picked = speaking(work.desk, asked, PRACTICE, most=4, bar=work.desk.bar.printed)
    return [sorted_out(part, blocks)]


DIVIDES: Mapping[Kind, Callable[[Work, Slot, Sequence[Block]], list[Part]]] = {
    "understanding": _understanding,
    "approach": approach,
    "staffing": staffing,
    "people": key_people,
    "cases": cases,
    "references": cases,
    "plan": _plan,
    "about": _about,
    "other": _other,
    "price": price,
    "terms": terms,
    "warranty": terms,
    "conflicts": terms,
}
