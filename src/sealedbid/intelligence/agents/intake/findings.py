"""Findings of a model whose quotes stand in the client's own words of the brief."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from sealedbid.intelligence.agents.chunks import Chunk
from sealedbid.intelligence.agents.intake.shapes import BriefSaid
from sealedbid.intelligence.agents.quoting import Folded
from sealedbid.intelligence.brief.facts.models import FactKind
from sealedbid.intelligence.brief.models import RequirementKind, RequirementLevel, Span
from sealedbid.intelligence.brief.structure.models import Piece
from sealedbid.intelligence.shortening import plural
from sealedbid.platform.errors import ended

MOST: Final = 40
"""Findings of each sort in one part: a model that loops has many."""


@dataclass(frozen=True, slots=True)
class FactFound:
    """A place of which a model says that it states a fact."""

    kind: FactKind
    quote: Span


@dataclass(frozen=True, slots=True)
class RequirementFound:
    """A place of which a model says that it asks something; None where it says no more."""

    kind: RequirementKind | None
    level: RequirementLevel | None
    quote: Span


@dataclass(slots=True)
class Findings:
    """The findings in all parts of a brief, and the number of those that do not stand there."""

    folded: Folded
    pieces: Sequence[Piece]
    facts: list[FactFound] = field(default_factory=list)
    requirements: list[RequirementFound] = field(default_factory=list)
    invented: int = 0
    foreign: int = 0
    nameless: int = 0

    def add(self, said: BriefSaid, chunk: Chunk) -> None:
        """Keep what stands in the part that the model was shown."""
        for fact in (said.facts or [])[:MOST]:
            place = self._place(fact.quote, chunk)
            if place is not None and fact.kind == "none":
                self.nameless += 1
            elif place is not None and fact.kind != "none":
                self.facts.append(FactFound(fact.kind, place))
        for one in (said.requirements or [])[:MOST]:
            place = self._place(one.quote, chunk)
            if place is not None:
                kind = None if one.kind == "none" else one.kind
                level = None if one.level == "none" else one.level
                self.requirements.append(RequirementFound(kind, level, place))

    def told(self) -> list[str]:
        """Sentences about what was left out."""
        reasons = (
            (self.invented, "the brief does not have the quoted words"),
            (self.foreign, "the quoted words are not the client's"),
            (self.nameless, "no kind of fact fits"),
        )
        return [
            ended(f"{plural(number, 'finding')} of the model left out: {why}")
            for number, why in reasons
            if number
        ]

    def _place(self, quote: str | None, chunk: Chunk) -> Span | None:
        """The place of a quote; None for none, and for one that is not the client's word."""
        if not quote or not quote.strip():
            return None
        place = self.folded.find(quote, chunk.start, chunk.end)
        if place is None:
            self.invented += 1
            return None
        if not any(overlap(each.span, place) for each in self.pieces if each.speaker == "client"):
            self.foreign += 1
            return None
        return place


def overlap(one: Span, two: Span) -> int:
    """Characters that two places have in common."""
    return max(0, min(one.end, two.end) - max(one.start, two.start))
