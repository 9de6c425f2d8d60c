"""What waits, runs and is stopped in the whole installation: numbers, and nothing of a tenant's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from psycopg.rows import class_row

from sealedbid.platform.postgres import Queries
from sealedbid.platform.postgres.connecting import connect

_STATEMENTS = Queries(__package__, "queue")


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
    with connect(conninfo, name="backlog", patience=0.0) as connection:
        backlog = connection.cursor(row_factory=class_row(TypeBacklog))
        stops = connection.cursor(row_factory=class_row(Stop))
        quarantines = connection.cursor(row_factory=class_row(Quarantine))
        aside = connection.cursor(row_factory=class_row(Aside))
        counts = connection.cursor()
        wanted = None if types is None else list(types)
        return Backlog(
            backlog.execute(_STATEMENTS["backlog"], {"types": wanted}).fetchall(),
            stops.execute(_STATEMENTS["stopped"]).fetchall(),
            quarantines.execute(_STATEMENTS["quarantined"]).fetchall(),
            aside.execute(_STATEMENTS["aside"]).fetchall(),
            dict(counts.execute(_STATEMENTS["count_aside"]).fetchall()),
        )
