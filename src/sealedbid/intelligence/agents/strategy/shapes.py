"""The shape in which a model gives its plan: what it stands on first, then what follows of it.

Everything may be null or "none": a field that has to be filled is an invitation to invent.
"""

from __future__ import annotations

from pydantic import BaseModel


class UsedSaid(BaseModel):
    """A passage by its id ("K3"), and the use of it."""

    passage: str | None = None
    why: str | None = None


class ThemeSaid(BaseModel):
    """A theme: ids of passages that prove it, a criterion by its id ("C1"), and the benefit."""

    proofs: list[str] | None = None
    criterion: str | None = None
    benefit: str | None = None


class ShareSaid(BaseModel):
    """The percent of the text that a section gets, by the section's id."""

    section: str | None = None
    percent: float | None = None


class PlanSaid(BaseModel):
    """A plan as a model gives it."""

    used: list[UsedSaid] | None = None
    themes: list[ThemeSaid] | None = None
    positioning: str | None = None
    risks: list[str] | None = None
    shares: list[ShareSaid] | None = None
