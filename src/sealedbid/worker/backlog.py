"""Read the backlog of the whole installation: jobs by type, stops, quarantines, rows set aside."""

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
    """Unfinished jobs of one type; None is the sum of the types that were not asked for."""

    job_type: str | None
    ready: int
    scheduled: int
    running: int
    suspects: int
    oldest_seconds: float | None


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop of a type, an organization or everything; no organization means all."""

    org_id: UUID | None
    job_type: str | None
    reason: str
    stopped_at: datetime


@dataclass(frozen=True, slots=True)
class Aside:
    """A row that maintenance could not handle, its task, its organization and the reason."""

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
    """The whole backlog, with the oldest thousand rows set aside and their count by task."""

    types: list[TypeBacklog]
    stops: list[Stop]
    quarantines: list[Quarantine]
    aside: list[Aside]
    aside_counts: dict[str, int]


def read_backlog(conninfo: str, types: Sequence[str] | None = None) -> Backlog:
    """Read the backlog as sb_dispatch. ``types`` are counted singly; None means up to 1,000."""
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
