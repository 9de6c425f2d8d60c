"""The client's wishes in their own sentences, and how each is met: asked, practice, done before."""

from __future__ import annotations

import re

from sealedbid.content.documents import Block, Table
from sealedbid.intelligence.shortening import on_one_line
from sealedbid.intelligence.writer.composer.asks import LICENSE, choices, names_license
from sealedbid.intelligence.writer.composer.desk import Desk, Numbered
from sealedbid.intelligence.writer.composer.outline import Slot
from sealedbid.intelligence.writer.composer.practice import DONE, PRACTICE, speak_to
from sealedbid.intelligence.writer.composer.sections.decided import HOW, ask_how, design
from sealedbid.intelligence.writer.composer.shelf import Unit, spoken
from sealedbid.intelligence.writer.questions import GOAL, PROOF, REQUIREMENT

GOALS_SHOWN, TOPICS_SHOWN = 6, 5
MOST_NUMBERED = 40  # requirements that are answered one by one; a longer brief by its goals
_PLACEHOLDER = re.compile(
    r"\[[^\]]{0,80}\b(?:insert|section|name|tbd|to be)\b|_{4,}|\bTBD\b|<\w+>", re.I
)


def is_placeholder(text: str) -> bool:
    """True for words that somebody forgot to fill in: "[insert section]", "TBD"."""
    return _PLACEHOLDER.search(text) is not None


def understanding(desk: Desk, slot: Slot) -> list[Block]:
    """The goals of the brief in its own sentences and order."""
    brief = desk.assignment.brief
    goals = [goal for goal in brief.goals if not is_placeholder(goal.text)][:GOALS_SHOWN]
    goals.sort(key=lambda goal: goal.span.start)
    if not goals:
        return []
    return [
        Block(
            kind="quote",
            text=" ".join(spoken(goal.text) for goal in goals),
            notes=[desk.notes.from_brief(slot.id, goal.span) for goal in goals],
        )
    ]


def approach(desk: Desk, slot: Slot) -> list[Block]:
    """Answer by the brief's own numbers where it has them, else by its wishes."""
    numbered = [one for one in desk.numbered() if not one.is_price]
    if 0 < len(numbered) <= MOST_NUMBERED:
        blocks = [*design(desk, slot), *_by_goal(desk, slot, most=1)]
        for one in numbered:
            blocks += _by_number(desk, slot, one)
        return blocks + (confirmed(desk) if desk.slot_of("compliance") is None else [])
    return _by_goal(desk, slot, most=TOPICS_SHOWN)


def compliance(desk: Desk, slot: Slot) -> list[Block]:
    """The requirements that a person confirmed, as a table; none without a confirmation."""
    rows = [one for one in desk.numbered() if desk.given.yes(f"requirement.{one.ref}")]
    if not rows:
        return []
    return [
        Block(
            kind="table",
            text="Requirements that are met",
            answers=[f"requirement.{one.ref}" for one in rows],
            table=Table(
                head=["Requirement", "Asked", "Answer"],
                sides=["left", "left", "left"],
                rows=[[one.ref, on_one_line(one.text), "yes"] for one in rows],
            ),
        )
    ]


def confirmed(desk: Desk) -> list[Block]:
    """The numbers that a person confirmed, on one line: an answer, where no table is asked for."""
    rows = [one.ref for one in desk.numbered() if desk.given.yes(f"requirement.{one.ref}")]
    if not rows:
        return []
    return [
        Block(
            kind="paragraph",
            label="Requirements met",
            text=f"{', '.join(rows)}.",
            answers=[f"requirement.{ref}" for ref in rows],
        )
    ]


def _by_number(desk: Desk, slot: Slot, one: Numbered) -> list[Block]:
    """A requirement with its answers; nothing is printed of one to which nothing speaks."""
    found: list[Block] = []
    choice = f"choice.{one.ref}"
    if desk.given.has(choice):
        found.append(desk.answered(choice, label="Chosen"))
    if names_license(one.text) and desk.given.has(LICENSE):
        found.append(desk.answered(LICENSE, label="License"))
    own = f"{HOW}{one.ref}"
    if desk.given.has(own):
        found.append(desk.answered(own))
    chosen = desk.given.text(choice)
    others = [name for name in choices(one.text) if chosen and name != chosen]
    practice: list[Unit] = []
    for part in one.parts:
        found_of_part = speak_to(
            desk.library,
            part.text,
            desk.matches(f"{REQUIREMENT}{part.ref}"),
            types=PRACTICE,
            without=others,
        )
        practice += found_of_part
        if not found_of_part and slot.asked and not chosen:
            ask_how(desk, one, part)
    found += desk.paragraph(slot, practice, "Our practice")
    for part in one.parts:
        done = speak_to(
            desk.library,
            part.text,
            desk.library.widened(desk.matches(f"{PROOF}{part.ref}")),
            types=DONE,
            not_of=[unit.match.source_id for unit in practice],
            without=others,
            compare=False,
            bar=desk.library.bar.proof,
        )
        if done:
            found += desk.paragraph(slot, done, f"Done before, {done[0].match.source_title}")
    if not found:
        return []
    quote = Block(
        kind="quote",
        label=one.ref,
        text=" ".join(spoken(part.text) for part in one.parts),
        notes=[desk.notes.from_brief(slot.id, part.span) for part in one.parts],
    )
    return [quote, *found]


def _by_goal(desk: Desk, slot: Slot, *, most: int) -> list[Block]:
    """Paragraphs of pages that speak to the wishes of the brief, one a page."""
    blocks: list[Block] = []
    brief = desk.assignment.brief
    wishes = [(f"{GOAL}{n}", goal.text) for n, goal in enumerate(brief.goals[:8])]
    if most > 1:
        wishes += [(f"{REQUIREMENT}{one.ref}", one.text) for one in desk.work()[:60]]
    pages: set[object] = set()
    for key, text in wishes:
        if len(blocks) >= most:
            break
        near = [match for match in desk.matches(key) if match.similarity >= desk.library.bar.goal]
        units = speak_to(desk.library, text, near, types=PRACTICE, not_of=pages)
        pages |= {unit.match.source_id for unit in units}
        blocks += desk.paragraph(slot, units)
    return blocks
