"""The shape in which a model gives its plan: what it stands on first, then what follows of it.

Everything may be null or "none": a field that has to be filled is an invitation to invent.
"""

from __future__ import annotations

from typing import Annotated

from sealedbid.intelligence.agents.shaping import Id, Said, Text, items


class UsedSaid(Said):
    """A passage by its id ("K3"), and the use of it."""

    passage: Id | None = None
    why: Text | None = None


class ThemeSaid(Said):
    """A theme: ids of passages that prove it, a criterion by its id ("C1"), and the benefit."""

    proofs: Annotated[list[Id], items(4)] | None = None
    criterion: Id | None = None
    benefit: Text | None = None


class ShareSaid(Said):
    """The percent of the text that a section gets, by the section's id."""

    section: Id | None = None
    percent: float | None = None


class PlanSaid(Said):
    """A plan as a model gives it."""

    used: Annotated[list[UsedSaid], items(8)] | None = None
    themes: Annotated[list[ThemeSaid], items(3)] | None = None
    positioning: Text | None = None
    risks: Annotated[list[Text], items(5)] | None = None
    shares: Annotated[list[ShareSaid], items(30)] | None = None
