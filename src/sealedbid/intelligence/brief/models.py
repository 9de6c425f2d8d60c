"""What a reading of a brief finds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, TypeAlias

from sealedbid.intelligence.brief.facts.models import Fact
from sealedbid.intelligence.brief.spans import Span as Span

RequirementKind: TypeAlias = Literal[
    "submission", "staffing", "delivery", "price", "legal", "experience"
]
Unit: TypeAlias = Literal["week", "month", "day", "hour", "page", "year"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One thing that the bidder must (or, not mandatory, should) do, submit, be or agree to.

    ``text`` is the sentence or list item in plain words; ``heading`` the heading above it. ``ref``
    is the document's own numbering where it has one ("6.e.3"), else "R1", "R2"; never twice.
    """

    ref: str
    span: Span
    text: str
    heading: str
    mandatory: bool
    kind: RequirementKind


@dataclass(frozen=True, slots=True, kw_only=True)
class DateFound:
    """A date, with the sentence or label that says what it is for.

    ``when`` is local to the document and None where the text leaves the day or the year open.
    ``is_deadline``: replies are due then.
    """

    span: Span
    what: str
    when: datetime | date | None
    is_deadline: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """What may be spent, in the currency's smallest unit; ``upper_minor`` where a range is said.

    ``currency`` is an ISO 4217 code, or empty where the text names none.
    """

    span: Span
    amount_minor: int
    upper_minor: int | None
    currency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A duration or a number of pages, with the sentence it stands in."""

    span: Span
    value: int
    unit: Unit
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence that says what is wanted and why."""

    span: Span
    text: str
    heading: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Something that the answer has to contain, and the heading above it in the brief."""

    text: str
    span: Span
    heading: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A brief, read. Lists are in the document's order, goals best first.

    ``title`` and ``issuer`` are empty where the text does not say them. ``questions`` is what a bid
    manager has to ask back, because the brief does not say it.
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
