"""The plan's themes: each is proved once, in the section that answers its criterion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from sealedbid.intelligence.models import ContentType, Match
from sealedbid.intelligence.writer.composer.cover import criteria
from sealedbid.intelligence.writer.composer.desk import Desk
from sealedbid.intelligence.writer.composer.practice import DONE, PRACTICE
from sealedbid.intelligence.writer.composer.words import overlap
from sealedbid.intelligence.writer.prose.parts import Part
from sealedbid.intelligence.writer.prose.passages import telling
from sealedbid.intelligence.writer.strategy import Theme

TYPES: Final[tuple[ContentType, ...]] = (*PRACTICE, *DONE)
OF_A_PROOF: Final = 3  # sentences


def add_proofs(desk: Desk, parts: Mapping[str, Sequence[Part]]) -> None:
    """Put the proofs of the plan's themes among the passages of the parts that they speak to."""
    strategy, recall = desk.assignment.strategy, desk.assignment.recall
    if strategy is None:
        return
    known = {match.id: match for match in (*recall.whole, *recall.matches)}
    for theme in strategy.themes:
        for id in theme.proofs:
            match = known.get(id)
            if match is not None and match.content_type in TYPES:
                _add(desk, theme, match, parts)


def _add(desk: Desk, theme: Theme, match: Match, parts: Mapping[str, Sequence[Part]]) -> None:
    written = [part for found in parts.values() for part in found if part.id]
    if any(one.match.id == match.id for part in written for one in part.picked):
        return
    near = {id for label, _, ids in criteria(desk) if overlap(theme.criterion, label) for id in ids}
    fit = [part for id, found in parts.items() if id in near for part in found if part.id]
    if not fit:
        return
    best = max(fit, key=lambda part: overlap(part.asked, match.content_text))
    best.picked += telling(desk, [match], theme.benefit, most=OF_A_PROOF)
