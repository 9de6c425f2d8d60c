"""Decisions of people for this work: its design, and how a requirement is met."""

from __future__ import annotations

from sealedbid.content.documents import Block
from sealedbid.intelligence.brief import Requirement
from sealedbid.intelligence.brief.structure.sentences import sentences
from sealedbid.intelligence.shortening import shortened
from sealedbid.intelligence.writer.composer.desk import Desk, Numbered
from sealedbid.intelligence.writer.composer.outline import Slot

LONGEST = 80  # words of a paragraph
MOST_HOWS = 6  # questions how a requirement is met
DESIGN = "approach.design"
HOW = "section.requirement-"


def design(desk: Desk, slot: Slot) -> list[Block]:
    """The decisions of people for this work, in their words."""
    if slot.asked and desk.is_weighed:
        desk.ask(
            DESIGN,
            "What have you decided for this work that no page of yours says: the order of the"
            " work, its design, what is not known yet?",
            "without it the approach could go to any client",
        )
    if not desk.given.has(DESIGN) or desk.given.yes(DESIGN) is False:
        return []
    first, *others = _paragraphs(desk.given.text(DESIGN))
    return [
        desk.answered(DESIGN, first, "Decided for this work"),
        *(desk.answered(DESIGN, text) for text in others),
    ]


def _paragraphs(text: str) -> list[str]:
    """Whole sentences of a person's words, in paragraphs that can be read."""
    found: list[str] = []
    for start, end in sentences(text):
        said = text[start:end].strip()
        if found and len(f"{found[-1]} {said}".split()) <= LONGEST:
            found[-1] = f"{found[-1]} {said}"
        else:
            found.append(said)
    return found or [text]


def ask_how(desk: Desk, one: Numbered, part: Requirement) -> None:
    """Ask how a requirement is met of which only work done before tells, or nothing."""
    asked = sum(question.key.startswith(HOW) for question in desk.questions)
    if desk.is_weighed and part.mandatory and asked < MOST_HOWS:
        desk.ask(
            f"{HOW}{one.ref}",
            f"How is {one.ref} met? {shortened(part.text, 140)}",
            "no page of yours tells how, and similar work is no answer",
        )
