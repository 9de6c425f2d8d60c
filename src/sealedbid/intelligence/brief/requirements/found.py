"""A requirement as the rules find it, before it is put into words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from sealedbid.intelligence.brief.models import RequirementLevel
from sealedbid.intelligence.brief.structure.models import Piece

Apart: TypeAlias = Literal["", "form", "backlog", "question"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """``piece.text[start:end]`` asks something. ``apart`` is set where it is no requirement proper.

    ``leads`` says that it leads in to the items below it, ``lead`` where the lead-in of an item
    begins in the source, ``at`` where its own piece does.
    """

    piece: Piece
    start: int
    end: int
    level: RequirementLevel
    ref: str
    heading: str
    apart: Apart = ""
    leads: bool = False
    lead: int | None = None

    @property
    def at(self) -> int:
        """Find where its piece begins in the source."""
        return self.piece.span.start

    @property
    def text(self) -> str:
        """The plain words."""
        return " ".join(self.piece.text[self.start : self.end].split())
