"""What waits, runs and is stopped in the whole installation: numbers, and nothing of a tenant's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import psycopg
from psycopg.rows import class_row

from sealedbid.platform.postgres import Queries

_STATEMENTS = Queries(__package__, "queue")


@dataclass(frozen=True, slots=True)
class TypeBacklog:
    """Jobs of a type that are not over."""

    job_type: str
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
class Quarantine:
    """An organization whose jobs run in processes of their own, at least until then."""

    org_id: UUID
    until: datetime


@dataclass(frozen=True, slots=True)
class Backlog:
    """All of it."""

    types: list[TypeBacklog]
    stops: list[Stop]
    quarantines: list[Quarantine]


def read_backlog(conninfo: str) -> Backlog:
    """Ask as the dispatcher."""
    with psycopg.connect(conninfo, autocommit=True, connect_timeout=5) as connection:
        types = connection.cursor(row_factory=class_row(TypeBacklog))
        stops = connection.cursor(row_factory=class_row(Stop))
        quarantines = connection.cursor(row_factory=class_row(Quarantine))
        return Backlog(
            types.execute(_STATEMENTS["backlog"]).fetchall(),
            stops.execute(_STATEMENTS["stopped"]).fetchall(),
            quarantines.execute(_STATEMENTS["quarantined"]).fetchall(),
        )
