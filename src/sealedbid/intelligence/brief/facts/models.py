"""A fact as a reader finds it."""

from __future__ import annotations

from typing import Literal, TypeAlias

from pydantic import BaseModel, ConfigDict

from sealedbid.intelligence.brief.facts.values import AnyValue
from sealedbid.intelligence.brief.models import Span

FactKind: TypeAlias = Literal[
    "title",
    "reference",
    "issuer",
    "contact",
    "issued",
    "deadline",
    "questions_until",
    "event",  # another date with its purpose: interviews, award, a site visit
    "start",
    "end",
    "duration",
    "extension",
    "budget",
    "limit",  # of the answer: pages or words
    "validity",  # how long the offer has to stand
    "language",
    "currency",
    "criterion",
    "submission",  # how and where to hand the answer in
]


class Alternative(BaseModel):
    """Another value that the text allows, and where it stands."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    value: AnyValue
    quote: Span


class Fact(BaseModel):
    """A fact of a brief.

    ``key`` names it within the brief ("deadline", "event.2"): the same text gives the same keys, so
    that an answer of a person still fits when the brief is read again. ``value`` is None where the
    text speaks of it and leaves it open. A fact that is not ``sure`` says its ``reason``, and the
    ``alternatives`` with the right one among them wherever possible. ``inferred`` says how a part
    of the value was concluded that no word states (a year from a weekday); empty for none.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str
    kind: FactKind
    value: AnyValue | None
    quote: Span
    sure: bool
    reason: str = ""
    alternatives: tuple[Alternative, ...] = ()
    inferred: str = ""
