"""Sections that speak to who evaluates, and backlogs that only illustrate."""

from __future__ import annotations

from sealedbid.intelligence.brief.requirements.words import Words
from sealedbid.intelligence.brief.structure.models import Piece


class Evaluators:
    """Knows whether the headings above speak to who evaluates: of examples, formulas, scores."""

    def __init__(self, words: Words) -> None:
        self.pattern = words["headings.evaluators"]
        self.levels: list[tuple[int, bool]] = []

    def enter(self, heading: Piece) -> None:
        """A heading begins; what those above it say still holds."""
        while self.levels and self.levels[-1][0] >= heading.level:
            self.levels.pop()
        self.levels.append((heading.level, self.pattern.search(heading.text) is not None))

    @property
    def addressed(self) -> bool:
        """True if an order here is theirs."""
        return any(addressed for _, addressed in self.levels)


class Illustration:
    """Knows whether the stories here were said to be only illustrations."""

    def __init__(self, words: Words) -> None:
        self.pattern = words["leads.illustrative"]
        self.heading = 0  # the level of the heading above
        self.declared: int | None = None

    def enter(self, piece: Piece) -> None:
        """A piece begins: a heading ends what was declared below another of its level."""
        if piece.kind == "heading":
            if self.declared is not None and (not self.declared or piece.level <= self.declared):
                self.declared = None
            self.heading = piece.level
        if self.pattern.search(piece.text):
            self.declared = self.heading

    @property
    def holds(self) -> bool:
        """True if what stands here only illustrates."""
        return self.declared is not None
