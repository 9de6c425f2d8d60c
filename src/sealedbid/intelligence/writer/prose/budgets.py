"""The words that each section may have, and the tokens that this takes."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Final

from sealedbid.content.documents import Section
from sealedbid.intelligence.writer.composer.cover import weights_of
from sealedbid.intelligence.writer.composer.desk import Desk
from sealedbid.intelligence.writer.composer.length import SHARE, words_of
from sealedbid.intelligence.writer.composer.outline import Kind
from sealedbid.intelligence.writer.composer.sections.filling import Filled
from sealedbid.intelligence.writer.prose.parts import Part

SMALL: Final = 400  # words of an answer to a brief that asks for no contents
A_PART: Final[Mapping[Kind, int]] = {
    "understanding": 120,
    "approach": 70,
    "plan": 110,
    "staffing": 60,
    "people": 60,
    "cases": 110,
    "references": 110,
    "about": 70,
    "other": 70,
    "price": 45,
    "terms": 45,
    "warranty": 45,
    "conflicts": 45,
}
FILLS: Final = 15  # words that a part may have beyond those of its sources
LEAST: Final = 40  # words below which a section is not worth a call
UNDERSTANDING: Final = 0.08  # share of the whole that repeats what the client knows
UNPLANNED: Final = 0.02  # share of a section that the plan does not name
TOKENS_A_WORD: Final = {"en": 1.6}
OTHERWISE: Final = 2.4  # tokens a word of other languages, in a small vocabulary
A_LINE: Final = 28  # tokens of the ids and the anchor of a line
WORDS_A_LINE: Final = 14


def words_of_part(part: Part) -> int:
    """The words that a part asks for by its kind, and that its sources can fill."""
    if part.kind is None:
        return 0
    passages = [unit for picked in part.picked for unit in picked.in_order()]
    material = sum(len(unit.text.split()) for unit in passages)
    material += sum(len(one.source.text.split()) for one in part.sources)
    most = part.most or A_PART.get(part.kind, 70)
    return min(most, FILLS + material)


def budgets_of(
    desk: Desk, filled: Sequence[Filled], parts: Mapping[str, Sequence[Part]]
) -> dict[str, int]:
    """The words of each section in ``parts``, which are those that a model may write.

    Where the brief limits the answer, what other sections take is left to them, and the rest goes
    by the plan's shares, or else by the points of the criteria and the parts.
    """
    wanted = {id: float(sum(map(words_of_part, found))) for id, found in parts.items() if found}
    if not wanted:
        return {}
    most = desk.known.most_words
    if most is None:
        if desk.assignment.brief.contents:
            return {id: round(words) for id, words in wanted.items()}
        scale = min(1.0, SMALL / sum(wanted.values()))
        return {id: max(LEAST, round(words * scale)) for id, words in wanted.items()}
    others = [
        Section(id=one.slot.id, heading=one.slot.heading, blocks=one.blocks)
        for one in filled
        if one.slot.id not in wanted
    ]
    whole = int(most * SHARE)
    left = max(0, whole - words_of(others, len(desk.priced.lines) + 3))
    return _shared(desk, wanted, left, whole)


def _shared(
    desk: Desk,
    wanted: Mapping[str, float],
    left: int,
    whole: int,
) -> dict[str, int]:
    """Share the words that are left; no section gets more than its parts can fill."""
    strategy, points = desk.assignment.strategy, weights_of(desk)
    shares = strategy.shares if strategy is not None else {}
    worth = {
        id: shares.get(id) or words * (1 + points.get(id, 0.0) / 100)
        for id, words in wanted.items()
    }
    if any(id in shares for id in wanted):
        worth = {id: shares.get(id, UNPLANNED) for id in wanted}
    total = sum(worth.values()) or 1.0
    repeats = {slot.id for slot in desk.slots if slot.kinds == ("understanding",)}
    found = {}
    for id, words in wanted.items():
        share = int(left * worth[id] / total)
        if id in repeats:
            share = min(share, int(whole * UNDERSTANDING))
        found[id] = min(share, round(words * 1.2))
    return {id: words for id, words in found.items() if words >= LEAST}


def tokens_for(words: int, language: str) -> int:
    """The hard cap of an answer: its words, and the ids and anchors of its lines."""
    each = TOKENS_A_WORD.get(language, OTHERWISE)
    return math.ceil(each * words) + A_LINE * math.ceil(words / WORDS_A_LINE) + A_LINE
