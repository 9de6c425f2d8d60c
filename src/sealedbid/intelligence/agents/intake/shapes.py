"""The shape in which a model says what it reads in a brief: the quote first, then its meaning.

Everything may be null or "none": a field that has to be filled is an invitation to invent.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator

from sealedbid.intelligence.agents.shaping import Said, Text, items
from sealedbid.intelligence.brief.facts.models import FactKind
from sealedbid.intelligence.brief.models import RequirementKind, RequirementLevel

FACT_KINDS: tuple[FactKind, ...] = get_args(FactKind)
REQUIREMENT_KINDS: tuple[RequirementKind, ...] = get_args(RequirementKind)
LEVELS: tuple[RequirementLevel, ...] = get_args(RequirementLevel)


def known_fact(said: Any) -> Any:
    """The kind of a fact; "none" for a word that is no kind, which costs no second question."""
    return said if said in FACT_KINDS else "none"


def known_requirement(said: Any) -> Any:
    """The kind of a requirement; "none" for a word that is no kind."""
    return said if said in REQUIREMENT_KINDS else "none"


def known_level(said: Any) -> Any:
    """The level of a requirement; "none" for a word that is no level."""
    return said if said in LEVELS else "none"


class FactSaid(Said):
    """A fact as a model reads it. It gives no value: code reads that from the quote."""

    quote: Text | None = None
    kind: Annotated[FactKind | Literal["none"], BeforeValidator(known_fact)] = "none"


class RequirementSaid(Said):
    """A requirement as a model reads it."""

    quote: Text | None = None
    kind: Annotated[RequirementKind | Literal["none"], BeforeValidator(known_requirement)] = "none"
    level: Annotated[RequirementLevel | Literal["none"], BeforeValidator(known_level)] = "none"


class BriefSaid(Said):
    """All that a model reads in one part of a brief."""

    facts: Annotated[list[FactSaid], items(10)] | None = None
    requirements: Annotated[list[RequirementSaid], items(10)] | None = None
