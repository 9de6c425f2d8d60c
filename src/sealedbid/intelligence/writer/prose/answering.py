"""The parts of an approach: each numbered requirement with what speaks to it and proves it."""

from __future__ import annotations

from collections.abc import Sequence

from sealedbid.content.documents import Block
from sealedbid.intelligence.asking.models import Question
from sealedbid.intelligence.shortening import shortened
from sealedbid.intelligence.writer.composer.desk import Numbered
from sealedbid.intelligence.writer.composer.outline import Slot
from sealedbid.intelligence.writer.composer.practice import DONE, PRACTICE
from sealedbid.intelligence.writer.composer.sections.approach import MOST_NUMBERED
from sealedbid.intelligence.writer.composer.sections.decided import HOW
from sealedbid.intelligence.writer.prose.confirmed import of_requirement
from sealedbid.intelligence.writer.prose.parts import Part, grouped, sorted_out
from sealedbid.intelligence.writer.prose.passages import nearest, speaking
from sealedbid.intelligence.writer.prose.work import Work
from sealedbid.intelligence.writer.questions import GOAL, PROOF, REQUIREMENT, THEME, TOPIC

WISHES = 5  # goals and requirements that an approach without numbers answers
CASES = 2  # pages of comparable work that every requirement may be proved by
MEASURED = ("testing", "handover")  # topics of how work is tested, and that it stays


def approach(work: Work, slot: Slot, blocks: Sequence[Block]) -> list[Part]:
    """Divide by the brief's own numbers where it has them, else take its wishes as one part."""
    desk = work.desk
    numbered = [one for one in desk.numbered() if not one.is_price]
    first, *groups = grouped(blocks, by="quote")
    lead = sorted_out(Part(id="", asked="how the wishes are met"), first)
    if not 0 < len(numbered) <= MOST_NUMBERED:
        asked = [(goal.text, [f"{GOAL}{n}"]) for n, goal in enumerate(desk.assignment.brief.goals)]
        asked += [(one.text, [f"{REQUIREMENT}{one.ref}"]) for one in desk.work()]
        lead.picked = speaking(desk, asked[: 2 * WISHES], PRACTICE, most=2, bar=desk.bar.shown)
        chosen = [line for line in desk.priced.lines if line.is_counted and line.service_id]
        lead.sources = [work.register.service(line) for line in chosen if line.description]
        return [lead, *(sorted_out(Part(id=""), group) for group in groups)]
    lead.gives_way = True
    parts = {one.ref: _requirement(work, one) for one in numbered}
    tail = Part(id="")
    for group in groups:
        part = parts.get(group[0].label, tail)
        for block in group:
            is_last = bool(block.answers) and all(
                key.startswith("requirement.") for key in block.answers
            )
            sorted_out(tail if is_last else part, [block])
    return [lead, *parts.values(), tail]


def _requirement(work: Work, one: Numbered) -> Part:
    """The part of a requirement; without a passage over the bar it is asked, not written."""
    desk = work.desk
    practice = [(part.text, [f"{REQUIREMENT}{part.ref}"]) for part in one.parts]
    proof = [(part.text, [f"{PROOF}{part.ref}", THEME]) for part in one.parts]
    picked = [
        *speaking(desk, practice, PRACTICE, most=3, bar=desk.bar.shown),
        *speaking(desk, proof, DONE, most=2, bar=desk.bar.printed, widened=True),
    ]
    sources = of_requirement(desk, work.register, one)
    part = Part(id="", label=one.ref, asked=one.text, picked=picked)
    if picked or any(source.answers for source in sources):
        part.sources = sources
        part.picked += [
            *nearest(desk, [key for _, keys in practice for key in keys], PRACTICE),
            *nearest(desk, [f"{PROOF}{part.ref}" for part in one.parts], DONE),
            *nearest(desk, [THEME], DONE, most=CASES),
            *nearest(desk, [f"{TOPIC}{topic}" for topic in MEASURED], PRACTICE),
        ]
    elif one.mandatory and not desk.given.has(f"{HOW}{one.ref}"):
        part.ask = Question(
            key=f"{HOW}{one.ref}",
            text=f"How is {one.ref} met? {shortened(one.text, 140)}",
            reason="nothing known speaks to it, and so the text does not",
            form="text",
        )
    return part
