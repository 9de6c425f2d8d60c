"""The plan of a proposal, as the strategy step hands it to a writer."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One benefit that this client weighs, the criterion that it is tied to, and its proofs.

    ``points`` is the weight of the criterion, if the brief gives one; ``proofs`` are passages.
    """

    benefit: str
    criterion: str
    points: float | None
    proofs: tuple[UUID, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """A passage that the plan stands on, and the reason."""

    passage: UUID
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Strategy:
    """Positioning, themes, risks, and the share of the text that each section gets.

    ``shares`` are by the id of a section of the outline, and add up to 1.
    """

    positioning: str
    themes: tuple[Theme, ...]
    risks: tuple[str, ...]
    shares: dict[str, float]
    used: tuple[Used, ...]
