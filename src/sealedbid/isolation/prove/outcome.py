"""What became of an attack."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from sealedbid.isolation.errors import IsolationError


class MalformedAttackError(IsolationError):
    """An attack was no statement for this schema: what it was refused with says nothing."""


Verdict: TypeAlias = Literal[
    "nothing",
    "refused",
    "control",
    "trusted",
    "shown",
    "LEAK",
    "does not apply",
    "not run in place",
]
"""``shown``: this server shows it and the installer may not change that; the audit warns.

``control``: the other's own proof or lease opened the other, as it should. ``trusted``: a function
did it of which seal.definer_functions says that it reaches all organizations.
"""

# What is worse hides what is better: of several statements the worst outcome is told.
_WORSE: tuple[Verdict, ...] = (
    *("does not apply", "not run in place", "nothing", "refused"),
    *("control", "trusted", "shown", "LEAK"),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Of one statement, or of several of one vector against one table."""

    verdict: Verdict
    tried: int = 1
    """How many statements."""
    statement: str = ""
    """The one that leaked."""
    what: str = ""
    """What it gave away or changed."""


def worst(outcomes: Iterable[Outcome]) -> Outcome:
    """One for all: the worst, with how many were tried."""
    found = list(outcomes)
    tried = sum(outcome.tried for outcome in found)
    if not found:
        return Outcome("does not apply", 0)
    last = max(found, key=lambda outcome: _WORSE.index(outcome.verdict))
    return Outcome(last.verdict, tried, last.statement, last.what)
