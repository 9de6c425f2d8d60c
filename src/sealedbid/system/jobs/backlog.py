"""Read the backlog of the whole installation: jobs by type, stops, quarantines, rows set aside."""

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
    wanted = None if types is None else list(types)
    with asking(conninfo, name="backlog", patience=0.0) as ask:
        return Backlog(
            ask.all(_STATEMENTS["backlog"], TypeBacklog, types=wanted),
            ask.all(_STATEMENTS["stopped"], Stop),
            ask.all(_STATEMENTS["quarantined"], Quarantine),
            ask.all(_STATEMENTS["aside"], Aside),
            dict(ask.tuples(_STATEMENTS["count_aside"])),
        )
