"""The organization's own sentence, word for word, in the place of one that was dropped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sealedbid.content.documents import Sentence
from sealedbid.intelligence.writer.composer.desk import Desk
from sealedbid.intelligence.writer.composer.practice import DONE, PRACTICE, TWICE
from sealedbid.intelligence.writer.composer.shelf import spoken
from sealedbid.intelligence.writer.composer.words import likeness
from sealedbid.intelligence.writer.prose.attributing import UNDER_ITS_NAME
from sealedbid.intelligence.writer.prose.parts import Part

NEAR: Final = 0.3  # likeness from which the composer's sentence is about the same
VERY_NEAR: Final = 0.6  # that of another sentence of the house


def verbatim(
    desk: Desk, section_id: str, part: Part, dropped: str, said: Sequence[str]
) -> Sentence | None:
    """The sentence that is nearest to a dropped one, unless it was said; None if none is near.

    It is one of the composer's for this part, or else one of a policy that the part was shown. Of a
    case it is only taken where the heading names the case.
    """
    for least, candidates in (
        (NEAR, _composed(desk, part)),
        (VERY_NEAR, _shown(desk, section_id, part)),
    ):
        fit = [
            (likeness(dropped, text), text, number)
            for text, number in candidates
            if not any(likeness(text, other) >= TWICE for other in said)
        ]
        near, text, number = max(fit, default=(0.0, "", 0))
        if near > least:
            return Sentence(text=text, notes=[number])
    return None


def _composed(desk: Desk, part: Part) -> list[tuple[str, int]]:
    """The sentences that the composer quotes for the part, with the numbers of their notes."""
    recall = desk.assignment.recall
    cases = {match.id for match in (*recall.matches, *recall.whole) if match.content_type in DONE}
    if part.kind in UNDER_ITS_NAME:
        cases = set()
    numbers = dict.fromkeys(number for block in part.prose for number in block.notes)
    notes = [desk.notes.numbered(number) for number in numbers]
    return [
        (spoken(one.quote), one.number)
        for one in notes
        if one.source_kind == "knowledge" and one.org_brain_id not in cases
    ]


def _shown(desk: Desk, section_id: str, part: Part) -> list[tuple[str, int]]:
    units = [unit for one in part.picked for unit in one.units]
    return [
        (unit.text, desk.notes.from_unit(section_id, unit))
        for unit in units
        if unit.match.content_type in PRACTICE
    ]
