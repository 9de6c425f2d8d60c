"""Every section filled, kind by kind, with questions for those that nothing fills."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sealedbid.content.documents import Block
from sealedbid.intelligence.writer.composer import asks
from sealedbid.intelligence.writer.composer.desk import Desk
from sealedbid.intelligence.writer.composer.outline import Kind, Slot
from sealedbid.intelligence.writer.composer.sections import approach, money, statements, work
from sealedbid.intelligence.writer.composer.sections import people as persons
from sealedbid.intelligence.writer.composer.sections.plan import plan
from sealedbid.intelligence.writer.composer.sections.staffing import staffing

Build = Callable[[Desk, Slot], list[Block]]
BUILDS: Mapping[Kind, Build] = {
    "understanding": approach.understanding,
    "approach": approach.approach,
    "compliance": approach.compliance,
    "plan": plan,
    "staffing": staffing,
    "people": persons.people,
    "cases": work.comparable,
    "references": work.comparable,
    "subcontractors": statements.subcontractors,
    "conflicts": statements.conflicts,
    "insurance": statements.insurance,
    "price": money.price,
    "terms": money.terms,
    "warranty": money.warranty,
    "validity": money.validity,
    "about": statements.about,
    "other": statements.other,
}
# Written in this order, so that a sentence stands where it proves most; printed in the outline's.
FIRST: tuple[Kind, ...] = ("cases", "references", "insurance", "conflicts", "approach", "people")


@dataclass(frozen=True, slots=True)
class Piece:
    """The blocks of one kind in a section; ``kind`` None is a person's answer for all of it."""

    kind: Kind | None
    blocks: list[Block]


@dataclass(frozen=True, slots=True)
class Filled:
    """A section of the outline with its pieces, in the order in which they are printed."""

    slot: Slot
    pieces: Sequence[Piece]

    @property
    def blocks(self) -> list[Block]:
        """All blocks of the section."""
        return [block for piece in self.pieces for block in piece.blocks]


def filled(desk: Desk) -> list[Filled]:
    """Write every section, and ask for those that the brief asks for and nothing fills."""
    written: dict[str, list[Piece]] = {}
    for slot in sorted(desk.slots, key=lambda slot: _place(slot.kind)):
        before = len(desk.questions)
        pieces = [Piece(kind, BUILDS[kind](desk, slot)) for kind in slot.kinds]
        blocks = [block for piece in pieces for block in piece.blocks]
        own = f"section.{slot.id}"
        if desk.given.has(own) and not any(own in block.answers for block in blocks):
            pieces = [Piece(None, _answer(desk, own)), *pieces]
        elif slot.asked and not blocks and len(desk.questions) == before and not _asks(desk, slot):
            desk.questions.append(asks.section_question(slot))
        written[slot.id] = pieces
    if desk.slot_of("plan") is None and (at := desk.slot_of("approach")) and at.asked:
        blocks = plan(desk, at)
        if blocks:
            is_named = blocks[0].label == "Period"
            heading = [] if is_named else [Block(kind="heading", text="Period")]
            written[at.id].append(Piece("plan", [*heading, *blocks]))
    return [Filled(slot, written[slot.id]) for slot in desk.slots]


def _asks(desk: Desk, slot: Slot) -> bool:
    """True if other questions, answered, fill the section."""
    if slot.kind == "price":
        return bool(desk.priced.questions or desk.priced.lines)
    if slot.kind == "compliance":
        return any(one.mandatory for one in desk.work())
    return slot.kind in ("people", "staffing")


def _answer(desk: Desk, key: str) -> list[Block]:
    """A person's words, a paragraph for each of theirs."""
    pieces = [piece for piece in desk.given.text(key).split("\n\n") if piece.strip()]
    return [desk.answered(key, piece) for piece in pieces]


def _place(kind: Kind) -> int:
    return FIRST.index(kind) if kind in FIRST else len(FIRST)
