"""The types of vectors."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from sealedbid.isolation.catalog import Table
from sealedbid.isolation.prove.arena import Arena
from sealedbid.isolation.prove.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Vector:
    """A way in, and the function that tries it on one table."""

    name: str
    """A word or two, for the head of a column."""
    question: str
    """The attack in a phrase, for the legend."""
    attack: Callable[[Arena, Table], Awaitable[Outcome]]
    is_quick: bool = True
    """True if ``--quick`` tries it."""


@dataclass(frozen=True, slots=True)
class ServerVector:
    """A way in that concerns the server, not a table: its views of other sessions. Tried once."""

    name: str
    question: str
    attack: Callable[[Arena], Awaitable[Outcome]]
