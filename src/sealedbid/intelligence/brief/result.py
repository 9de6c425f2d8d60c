"""A brief as it was read."""

from __future__ import annotations

from dataclasses import dataclass

from sealedbid.intelligence.brief.facts.models import Fact
from sealedbid.intelligence.brief.models import (
    Asked,
    Budget,
    DateFound,
    Passage,
    Quantity,
    Requirement,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A brief, read. Lists are in the document's order, goals best first.

    ``title`` and ``issuer`` are empty where the text does not say them for sure. ``questions`` is
    what a bid manager has to ask back, because the brief does not say it. ``contents`` is what the
    answer has to contain, empty where the brief does not say. ``language`` is an ISO 639-1 code.
    """

    title: str
    issuer: str
    requirements: tuple[Requirement, ...]
    dates: tuple[DateFound, ...]
    deadline: DateFound | None
    budget: Budget | None
    quantities: tuple[Quantity, ...]
    goals: tuple[Passage, ...]
    questions: tuple[str, ...]
    facts: tuple[Fact, ...] = ()
    contents: tuple[Asked, ...] = ()
    language: str = "en"
