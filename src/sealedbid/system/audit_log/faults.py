"""Faults of an audit log's chain, each with a sentence for people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from sealedbid.system.audit_log.models import AuditHead, ChainedEvent


@dataclass(frozen=True, slots=True)
class Changed:
    """A row is not what was chained."""

    event: ChainedEvent
    stood_at: int | None = None
    """The number at which the row was chained, if it was moved."""

    def __str__(self) -> str:
        named = f"Event {self.event.chain_no} ({self.event.id})"
        if self.stood_at is not None:
            return f"{named} was moved: it stood at {self.stood_at}."
        return f"{named} was changed: it is not what was chained."


@dataclass(frozen=True, slots=True)
class Unlinked:
    """A row is whole, and carries another hash of the row before it than that one has."""

    event: ChainedEvent

    def __str__(self) -> str:
        number = self.event.chain_no
        named = f"Event {number} ({self.event.id})"
        if number == 1:
            return f"{named} is not the first that was chained: there were others before it."
        return f"{named} does not follow on event {number - 1}: that one was written anew."


@dataclass(frozen=True, slots=True)
class Missing:
    """Rows between two others are not there."""

    first: int
    last: int

    def __str__(self) -> str:
        if self.first == self.last:
            return f"Event {self.first} is missing."
        return f"Events {self.first} to {self.last} are missing."


@dataclass(frozen=True, slots=True)
class Extra:
    """A row has a number that is taken, or below the first."""

    event: ChainedEvent

    def __str__(self) -> str:
        named = f"Event {self.event.chain_no} ({self.event.id})"
        return f"{named} was put in: the chain has no place for it."


@dataclass(frozen=True, slots=True)
class CutTail:
    """A head says that there were more."""

    last: int
    head: AuditHead
    kept: bool

    def __str__(self) -> str:
        whose = "the head that you kept" if self.kept else "the database's own head"
        return (
            f"The tail is cut off: the chain ends at {self.last}, {whose} is at "
            f"{self.head.chain_no}."
        )


@dataclass(frozen=True, slots=True)
class HeadDoesNotFit:
    """The row at the head's number is another, or the chain goes on beyond the last head."""

    head: AuditHead
    kept: bool

    def __str__(self) -> str:
        if self.kept:
            return (
                f"Event {self.head.chain_no} is not the one whose head you kept: up to there the "
                "chain was written anew."
            )
        return f"The database's own head, at {self.head.chain_no}, is not where the chain ends."


Fault: TypeAlias = Changed | Unlinked | Missing | Extra | CutTail | HeadDoesNotFit
