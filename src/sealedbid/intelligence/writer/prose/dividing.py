"""Sections divided into parts, kind by kind, each with the passages that speak to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from sealedbid.content.documents import Block
from sealedbid.intelligence.models import Match
from sealedbid.intelligence.writer.composer import people as house
from sealedbid.intelligence.writer.composer.desk import Desk
from sealedbid.intelligence.writer.composer.outline import Kind, Slot
from sealedbid.intelligence.writer.composer.practice import PRACTICE
from sealedbid.intelligence.writer.composer.sections.filling import Filled
from sealedbid.intelligence.writer.prose.answering import approach
from sealedbid.intelligence.writer.prose.confirmed import goals
from sealedbid.intelligence.writer.prose.parts import PROSE, Part, fixed_part, grouped, sorted_out
from sealedbid.intelligence.writer.prose.passages import Picked, nearest, speaking, telling
from sealedbid.intelligence.writer.prose.work import Work
from sealedbid.intelligence.writer.questions import CONTENT, TOPIC

OF_A_PAGE = 6  # sentences of a whole page
OF_A_CASE = 18
OF_A_PERSON = 12  # sentences of a page about a person: a resume is asked as often as not
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


def _people(work: Work, slot: Slot, blocks: Sequence[Block]) -> list[Part]:
    pages = {one.name: one.passages for one in house.everyone(work.desk.assignment.recall)}
    first, *groups = grouped(blocks, by="heading")
    parts = [fixed_part(first)] if first else []
    for group in groups:
        name = group[0].text.split(",")[0].strip()
        part = Part(id="", asked=f"{name}: why this person for this work")
        if group[0].answers:
            theme = f"{slot.asked} {work.theme}"
            part.picked = telling(work.desk, pages.get(name, ()), theme, most=OF_A_PERSON)
        parts.append(sorted_out(part, group))
    return parts


def _cases(work: Work, slot: Slot, blocks: Sequence[Block]) -> list[Part]:
    pages: dict[str, list[Match]] = {}
    for match in work.desk.assignment.recall.whole:
        if match.content_type == "case_study":
            pages.setdefault(match.source_title, []).append(match)
    first, *groups = grouped(blocks, by="heading")
    parts = [fixed_part(first)] if first else []
    for group in groups:
        part = Part(id="", asked=f"{group[0].text}: before, work, after, and why it is like yours")
        passages = sorted(pages.get(group[0].text, ()), key=lambda match: match.chunk_no)
        part.picked = telling(work.desk, passages, work.theme, most=OF_A_CASE)
        parts.append(sorted_out(part, group))
    return parts


def _plan(work: Work, slot: Slot, blocks: Sequence[Block]) -> list[Part]:
    asked = slot.asked if slot.kind == "plan" else "how the time is used, and what the client gives"
    part = Part(id="", asked=asked)
    part.picked = _topics(work.desk, PLANNED)
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


def _topics(desk: Desk, topics: Sequence[str]) -> list[Picked]:
    """The pages that tell of topics."""
    keys = [f"{TOPIC}{topic}" for topic in topics]
    near = [key for key in keys if any(_is_on(desk, one) for one in desk.matches(key))]
    return nearest(desk, near, PRACTICE)


def _is_on(desk: Desk, match: Match) -> bool:
    return match.content_type in PRACTICE and match.similarity >= desk.bar.topic


DIVIDES: Mapping[Kind, Callable[[Work, Slot, Sequence[Block]], list[Part]]] = {
    "understanding": _understanding,
    "approach": approach,
    "staffing": _people,
    "people": _people,
    "cases": _cases,
    "references": _cases,
    "plan": _plan,
    "about": _about,
    "other": _other,
}
