"""A brief as it was read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sealedbid.intelligence.brief.facts.models import Fact, FactKind
from sealedbid.intelligence.brief.facts.values import Amount, Moment, Money
from sealedbid.intelligence.brief.models import (
    Asked,
    Budget,
    DateFound,
    Passage,
    Quantity,
    Requirement,
)

ASKED_BACK: tuple[tuple[FactKind, str], ...] = (
    ("budget", "What budget is set aside for this?"),
    ("deadline", "By when must the proposal be in?"),
    ("contact", "Whom may we ask, and where does the proposal go?"),
    ("start", "When is the work to start?"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A brief, read. Lists are in the document's order, goals best first.

    Facts and requirements that only a model reads stand behind those that rules read.
    ``title`` and ``issuer`` are empty where the text does not say them for sure. ``contents`` is
    what the answer has to contain, empty where the brief does not say. ``language`` is an ISO 639-1
    code. The properties give facts that are sure in the shapes that the composer takes.
    """

    title: str
    issuer: str
    requirements: tuple[Requirement, ...]
    goals: tuple[Passage, ...]
    facts: tuple[Fact, ...] = ()
    contents: tuple[Asked, ...] = ()
    language: str = "en"

    @property
    def deadline(self) -> DateFound | None:
        """The day that answers are due by."""
        for fact in self._sure("deadline"):
            if isinstance(fact.value, Moment):
                day, at = fact.value.day, fact.value.at
                return DateFound(span=fact.quote, when=datetime.combine(day, at) if at else day)
        return None

    @property
    def budget(self) -> Budget | None:
        """The sum that may be spent on this work as a whole."""
        for fact in self._sure("budget"):
            if isinstance(fact.value, Money) and fact.value.per is None:
                return Budget(
                    span=fact.quote,
                    amount_minor=fact.value.minor,
                    upper_minor=fact.value.upper_minor,
                    currency=fact.value.currency or "",
                )
        return None

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """The duration: limits of the answer, experience and extensions are no quantities."""
        return tuple(
            Quantity(span=fact.quote, value=fact.value.number, unit=fact.value.unit)
            for fact in self._sure("duration")
            if isinstance(fact.value, Amount)
        )

    @property
    def questions(self) -> tuple[str, ...]:
        """Questions that a bid manager has to ask back, because the brief does not say it."""
        return tuple(words for kind, words in ASKED_BACK if not any(self._sure(kind)))

    def _sure(self, kind: FactKind) -> Iterator[Fact]:
        return (fact for fact in self.facts if fact.kind == kind and fact.sure)
