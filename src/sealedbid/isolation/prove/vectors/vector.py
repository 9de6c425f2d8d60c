"""One way in."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from sealedbid.isolation.catalog import Table
from sealedbid.isolation.prove.arena import Arena
from sealedbid.isolation.prove.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Vector:
    """A way in, and how it is tried on one table."""

    name: str
    """A word or two, for the head of a column."""
    question: str
    """What is tried."""
    attack: Callable[[Arena, Table], Awaitable[Outcome]]
    is_quick: bool = True
    """Whether ``--quick`` tries it."""


@dataclass(frozen=True, slots=True)
class ServerVector:
    """A way in that no table is asked by: what the server shows of other sessions. Tried once."""

    name: str
    question: str
    attack: Callable[[Arena], Awaitable[Outcome]]
