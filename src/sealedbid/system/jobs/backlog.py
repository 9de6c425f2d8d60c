"""What waits, runs and is stopped in the whole installation: numbers, and nothing of a tenant's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sealedbid.platform.postgres import Queries
from sealedbid.platform.postgres.asking import asking

_STATEMENTS = Queries(__package__, "backlog")


@dataclass(frozen=True, slots=True)
class TypeBacklog:
    """Jobs of a type that are not over; None: of all types that were not asked for."""

    job_type: str | None
    ready: int
    scheduled: int
    running: int
    suspects: int
    oldest_seconds: float | None


@dataclass(frozen=True, slots=True)
class Stop:
    """What must not run; no organisation: of all."""

    org_id: UUID | None
    job_type: str | None
    reason: str
    stopped_at: datetime


@dataclass(frozen=True, slots=True)
class Aside:
    """A row that maintenance could not handle: which part of it, whose, and why."""

    task: str
    org_id: UUID
    row_id: UUID | None
    reason: str
    tries: int
    first_at: datetime
    retry_at: datetime


@dataclass(frozen=True, slots=True)
class Quarantine:
    """An organization whose jobs run in processes of their own, at least until then."""

    org_id: UUID
    until: datetime


@dataclass(frozen=True, slots=True)
class Backlog:
    """All of it; of what was put aside the oldest thousand, and how much of each task."""

    types: list[TypeBacklog]
    stops: list[Stop]
    quarantines: list[Quarantine]
    aside: list[Aside]
    aside_counts: dict[str, int]


def read_backlog(conninfo: str, types: Sequence[str] | None = None) -> Backlog:
    """Ask as the dispatcher. ``types``: those to tell apart; None: all, up to a thousand."""
    wanted = None if types is None else list(types)
    with asking(conninfo, name="backlog", patience=0.0) as ask:
        return Backlog(
            ask.all(_STATEMENTS["backlog"], TypeBacklog, types=wanted),
            ask.all(_STATEMENTS["stopped"], Stop),
            ask.all(_STATEMENTS["quarantined"], Quarantine),
            ask.all(_STATEMENTS["aside"], Aside),
            dict(ask.tuples(_STATEMENTS["count_aside"])),
        )
