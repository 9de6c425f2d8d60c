"""The findings of a reading of a brief."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, TypeAlias

RequirementKind: TypeAlias = Literal[
    "submission",
    "staffing",
    "delivery",
    "price",
    "legal",
    "experience",
    "question",  # to be answered, in a table of questions or in a sentence
    "backlog",  # a user story that only illustrates
    "form",  # a field to be filled in
]
RequirementLevel: TypeAlias = Literal["must", "should", "may"]
Unit: TypeAlias = Literal["hour", "day", "week", "month", "year", "page", "word"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A place in the text as it was given: ``source[start:end] == text``, Markdown and all."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One thing that the bidder must, should or may do, submit, be or agree to.

    ``text`` is the sentence or list item in plain words; ``heading`` the heading above it, or the
    name that its row gives it. ``ref`` is never twice: the document's own number where it has one
    ("6.e.3", "REQ-001"), which ``numbered`` says; otherwise a place ("R1") that no client reads.
    ``doubt`` says why it is not sure that this is one; empty where rules read it.
    """

    ref: str
    numbered: bool
    span: Span
    text: str
    heading: str
    level: RequirementLevel
    kind: RequirementKind
    doubt: str = ""

    @property
    def mandatory(self) -> bool:
        """True if it must be met, for sure."""
        return self.level == "must" and not self.doubt


@dataclass(frozen=True, slots=True, kw_only=True)
class DateFound:
    """A day, with the time where one is said, local to the document."""

    span: Span
    when: datetime | date


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """The sum that may be spent, in the smallest unit; ``upper_minor`` where a range is said.

    ``currency`` is an ISO 4217 code, or empty where the text names none.
    """

    span: Span
    amount_minor: int
    upper_minor: int | None
    currency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number of units that the brief gives."""

    span: Span
    value: int
    unit: Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence that says what is wanted and why."""

    span: Span
    text: str
    heading: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One thing that the answer has to contain, in the brief's order.

    ``heading`` is short enough for a section's. ``conditions`` are what it says of it beyond the
    thing itself ("completed since January 1, 2024"), in its words. ``ref`` is its own number, empty
    for none.
    """

    span: Span
    text: str
    heading: str
    conditions: tuple[str, ...] = ()
    ref: str = ""
