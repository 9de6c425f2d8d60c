"""The beginning of a proposal: the composer's sections in parts, and what every call shares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sealedbid.content.documents import Block
from sealedbid.intelligence.vocabulary.loading import LANGUAGES
from sealedbid.intelligence.writer.composer.compose import desk_of
from sealedbid.intelligence.writer.composer.desk import Desk
from sealedbid.intelligence.writer.composer.outline import Slot
from sealedbid.intelligence.writer.composer.sections.filling import Filled, Piece, filled
from sealedbid.intelligence.writer.prose.briefing import Briefing
from sealedbid.intelligence.writer.prose.budgets import budgets_of
from sealedbid.intelligence.writer.prose.confirmed import facts, goals, sayings
from sealedbid.intelligence.writer.prose.dividing import divided
from sealedbid.intelligence.writer.prose.hearing import voice_of
from sealedbid.intelligence.writer.prose.outcomes import is_empty
from sealedbid.intelligence.writer.prose.parts import PROSE, Part
from sealedbid.intelligence.writer.prose.slots import Value
from sealedbid.intelligence.writer.prose.sources import Register
from sealedbid.intelligence.writer.prose.themes import add_proofs
from sealedbid.intelligence.writer.prose.values import values_of
from sealedbid.intelligence.writer.prose.work import Work
from sealedbid.intelligence.writer.protocol import Assignment


@dataclass(slots=True)
class Begun:
    """The composer's sections, divided into parts, with all that the calls share."""

    desk: Desk
    register: Register
    sections: list[Filled]
    parts: dict[str, list[Part]]
    budgets: dict[str, int]
    values: dict[str, Value]
    briefing: Briefing

    def replace(self, slot_id: str, blocks: Sequence[Block]) -> None:
        """Put blocks in the place of a section's."""
        self.sections = [
            Filled(one.slot, [Piece(one.slot.kind, list(blocks))])
            if one.slot.id == slot_id
            else one
            for one in self.sections
        ]


def begin(assignment: Assignment) -> Begun:
    """Compose the sections, and lay out what a model is shown; it takes about as long."""
    desk = desk_of(assignment)
    assignment, register = desk.assignment, Register()
    sections = filled(desk)
    certain = {one.source.id: one for one in [*goals(desk, register), *facts(desk, register)]}
    certain |= {one.source.id: one for one in sayings(desk, register)}
    work = Work(desk, register)
    parts = {
        one.slot.id: divided(work, one)
        for one in sorted(sections, key=lambda one: _place(one.slot))
        if set(one.slot.kinds) & set(PROSE)
    }
    add_proofs(desk, parts)
    wanted = {
        id: [part for part in found if part.id]
        for id, found in parts.items()
        if not is_empty(found)
    }
    budgets = budgets_of(desk, sections, wanted)
    language = assignment.brief.language
    language = language if language in LANGUAGES else "en"
    recall = assignment.recall
    briefing = Briefing(
        client=assignment.client,
        language=language,
        voice=voice_of([*assignment.voice, *recall.whole, *recall.matches], language),
        sources=tuple(certain.values()),
        words={
            one.slot.heading: budgets[one.slot.id] for one in sections if one.slot.id in budgets
        },
        strategy=assignment.strategy,
    )
    return Begun(desk, register, sections, parts, budgets, values_of(desk), briefing)


def _place(slot: Slot) -> int:
    return min((PROSE.index(kind) for kind in slot.kinds if kind in PROSE), default=len(PROSE))
