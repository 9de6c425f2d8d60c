"""Comparable work: each case with the terms in common, its date, its team, and its story."""

from __future__ import annotations

from sealedbid.content.documents import Block
from sealedbid.intelligence.writer.composer.cases import Case, choose_cases, tell
from sealedbid.intelligence.writer.composer.desk import Desk
from sealedbid.intelligence.writer.composer.outline import Slot
from sealedbid.intelligence.writer.composer.prices.fitting import wishes


def comparable(desk: Desk, slot: Slot) -> list[Block]:
    """The cases that fit what is asked, best first."""
    cases, told = choose_cases(desk.assignment, slot.asked)
    desk.told += told
    theme = " ".join(one.text for one in wishes(desk.assignment.brief))[:4000]
    blocks: list[Block] = []
    for case in cases:
        blocks += _case(desk, slot, case, theme)
    return blocks


def _case(desk: Desk, slot: Slot, case: Case, theme: str) -> list[Block]:
    told = tell(case, desk.library, theme)
    if not told:
        return []
    blocks = [Block(kind="heading", text=case.title)]
    number = desk.notes.from_unit(slot.id, told[0][1][0])
    facts = []
    if case.done is not None:
        facts.append(f"Completed: {case.done[1]}.")
    if case.team is not None:
        facts.append(f"Team: {case.team[1].lower()}.")
    if facts:
        blocks.append(Block(kind="paragraph", text=" ".join(facts), notes=[number]))
    blocks.append(
        Block(
            kind="paragraph",
            label="In common with your request",
            text=", ".join(case.shared),
            notes=[number],
        )
    )
    for label, units in told:
        blocks += desk.paragraph(slot, units, label)
    return blocks
