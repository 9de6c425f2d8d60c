"""Rows of jobs and schedules, as repositories return them."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, TypeAlias
from uuid import UUID

from sealedbid.platform.rows import Row

JobStatus: TypeAlias = Literal["scheduled", "queued", "running", "done", "dead", "cancelled"]
Outcome: TypeAlias = Literal["fired", "still running", "missed"]


class Job(Row, frozen=True, kw_only=True):
    """A piece of work, as its organization sees it.

    ``suspicion``: how often its worker died under it, in company; above 0 it runs isolated.
    """

    id: UUID
    job_type: str
    status: JobStatus
    priority: int
    payload: dict[str, Any]
    progress: dict[str, Any] | None
    result: Any
    error: Any
    actual_tokens: int
    attempt: int
    crash_count: int
    suspicion: int
    run_at: datetime
    created_at: datetime
    finished_at: datetime | None


class JobSchedule(Row, frozen=True, kw_only=True):
    """Jobs that are asked for again and again; without ``next_run_at`` it is switched off."""

    id: UUID
    name: str
    job_type: str
    payload: dict[str, Any]
    cron: str
    timezone: str
    priority: int
    max_attempts: int
    est_tokens: int
    max_tokens: int | None
    catch_up: bool
    is_active: bool
    next_run_at: datetime | None
    off_reason: str | None
    last_run_at: datetime | None
    last_job_id: UUID | None
    last_outcome: Outcome | None
    requested_by: UUID | None
