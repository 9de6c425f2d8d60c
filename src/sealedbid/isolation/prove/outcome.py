"""Outcomes of attacks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from sealedbid.isolation.errors import IsolationError


class MalformedAttackError(IsolationError):
    """An attack was no valid statement for this schema: its refusal proves nothing."""


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

``control``: ``b``'s own proof or lease opened ``b``, as it should. ``trusted``: a function did it
that reaches all organizations, by seal.definer_functions.
"""

# The worst outcome of several statements is reported.
_WORSE: tuple[Verdict, ...] = (
    *("does not apply", "not run in place", "nothing", "refused"),
    *("control", "trusted", "shown", "LEAK"),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome of one statement, or of several of one vector against one table."""

    verdict: Verdict
    tried: int = 1
    """Number of statements."""
    statement: str = ""
    """The statement that leaked."""
    what: str = ""
    """The rows that it returned or changed."""


def worst(outcomes: Iterable[Outcome]) -> Outcome:
    """Sum up outcomes: the worst one, with the number of statements."""
    found = list(outcomes)
    tried = sum(outcome.tried for outcome in found)
    if not found:
        return Outcome("does not apply", 0)
    last = max(found, key=lambda outcome: _WORSE.index(outcome.verdict))
    return Outcome(last.verdict, tried, last.statement, last.what)
