"""The people of an offer in parts: first what the client gets, then each person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sealedbid.content.documents import Block
from sealedbid.intelligence.writer.composer import people as house
from sealedbid.intelligence.writer.composer.outline import Slot
from sealedbid.intelligence.writer.prose.parts import Part, grouped, sorted_out
from sealedbid.intelligence.writer.prose.passages import on_topics, telling
from sealedbid.intelligence.writer.prose.terms import terms
from sealedbid.intelligence.writer.prose.work import Work

OF_A_PERSON: Final = 12  # sentences of a page: a resume is asked as often as not
FINDING: Final = 40  # words of the finding in front of a section
TEAM: Final = "the finding: who works on it, for how long, and how that was estimated"
KEY: Final = "the finding: who leads the work, and for how much of their time"


def staffing(work: Work, slot: Slot, blocks: Sequence[Block]) -> list[Part]:
    """Divide a plan of the team: the finding before its table, and those who are not key."""
    return _people(work, slot, blocks, TEAM, "staffing")


def key_people(work: Work, slot: Slot, blocks: Sequence[Block]) -> list[Part]:
    """Divide the key people; what holds if one of them leaves comes after them."""
    return _people(work, slot, blocks, KEY, "replacement")


def _people(
    work: Work, slot: Slot, blocks: Sequence[Block], finding: str, topic: str
) -> list[Part]:
    pages = {one.name: one.passages for one in house.everyone(work.desk.assignment.recall)}
    first, *groups = grouped(blocks, by="heading")
    lead = Part(id="", asked=finding, most=FINDING)
    if slot.asked and groups:
        lead.picked = on_topics(work.desk, [topic])
    parts = [sorted_out(lead, first)]
    for group in groups:
        name = group[0].text.split(",")[0].strip()
        part = Part(id="", asked=f"{name}: why this person for this work")
        if group[0].answers:
            theme = f"{slot.asked} {work.theme}"
            part.picked = telling(work.desk, pages.get(name, ()), theme, most=OF_A_PERSON)
        of_person = [block for block in group if not block.label]
        parts.append(sorted_out(part, of_person))
        parts += terms(work, slot, [block for block in group if block.label])
    return [part for part in parts if part.id or part.picked or part.composed]
