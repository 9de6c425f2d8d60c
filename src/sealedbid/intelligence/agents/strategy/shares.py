"""Shares of the text by section: what the rules give, what a model says, and both together."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Final

from sealedbid.intelligence.brief import Brief
from sealedbid.intelligence.brief.facts.values import Weight
from sealedbid.intelligence.brief.language import small_words
from sealedbid.intelligence.vocabulary.folding import fold
from sealedbid.intelligence.writer.composer.cover import answering
from sealedbid.intelligence.writer.composer.outline import Kind, Slot, kinds_of

USUAL: Final[dict[Kind, float]] = {
    "understanding": 8,
    "approach": 28,
    "plan": 12,
    "staffing": 8,
    "people": 14,
    "cases": 16,
    "references": 8,
    "price": 6,
    "about": 6,
    "compliance": 8,
}
"""Weights of sections where the brief says nothing of points; of others it is LITTLE."""
LITTLE: Final = 4.0
BRIEF: Final[frozenset[Kind]] = frozenset(
    {"price", "terms", "validity", "insurance", "conflicts", "subcontractors", "warranty"}
)
"""Tables and statements: more points make them no longer."""
FLOOR: Final = 0.02
"""The least share of a section; less only if there are more than 25 sections."""
LONGEST_WORD: Final = 5


def shares_by_rules(brief: Brief, outline: Sequence[Slot]) -> dict[str, float]:
    """Half by the kinds of sections, half by the points of the criteria that are sure."""
    usual = _parts({slot.id: USUAL.get(slot.kind, LITTLE) for slot in outline})
    points = _parts(_points(brief, outline))
    if not points:
        return with_floor(usual)
    return with_floor({id: usual[id] + points.get(id, 0.0) for id in usual})


def blended(rules: Mapping[str, float], said: Mapping[str, float]) -> dict[str, float]:
    """The mean of both, for the sections of ``rules``; sections that are not said are as there."""
    known = {id: rules[id] for id in rules}
    theirs = {
        id: percent
        for id, percent in said.items()
        if id in known and math.isfinite(percent) and 0 <= percent <= 100
    }
    total = sum(theirs.values())
    if total <= 0:
        return dict(known)
    # What is said is of the sections that were named: the others keep their share.
    named = sum(known[id] for id in theirs)
    return with_floor(
        {
            id: share + (theirs[id] / total * named if id in theirs else share)
            for id, share in known.items()
        }
    )


def with_floor(weights: Mapping[str, float]) -> dict[str, float]:
    """Shares that add up to 1, none below FLOOR."""
    if not weights:
        return {}
    floor = min(FLOOR, 0.5 / len(weights))
    left = 1.0 - floor * len(weights)
    return {id: floor + left * part for id, part in _parts(weights).items()}


def _parts(weights: Mapping[str, float]) -> dict[str, float]:
    """Weights as parts of 1; nothing if all are 0."""
    total = sum(weights.values())
    return {id: weight / total for id, weight in weights.items()} if total > 0 else {}


def _points(brief: Brief, outline: Sequence[Slot]) -> dict[str, float]:
    """The points of each section: those of a criterion, parted among the sections of it."""
    slots = [slot for slot in outline if slot.kind not in BRIEF]
    points: dict[str, float] = {}
    for fact in brief.facts:
        weight = fact.value
        if not (fact.sure and isinstance(weight, Weight) and weight.points):
            continue
        ids = answering(weight.criterion, slots)
        if kinds_of(weight.criterion) == ("other",):
            ids = _alike(weight.criterion, slots, brief.language)
        for id in ids:
            points[id] = points.get(id, 0.0) + weight.points / len(ids)
    return points


def _alike(criterion: str, slots: Sequence[Slot], language: str) -> list[str]:
    """The sections that share a word with a criterion, of whatever language."""
    wanted = _long_words(criterion, language)
    return [slot.id for slot in slots if wanted & _long_words(slot.heading, language)]


def _long_words(text: str, language: str) -> set[str]:
    words = {word.strip(".,;:()") for word in fold(text).split()}
    return {word for word in words if len(word) >= LONGEST_WORD} - small_words(language)
