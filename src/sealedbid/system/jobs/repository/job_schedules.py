"""Schedules: rules that enqueue jobs at their times, for admins of their organization."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sealedbid.platform.postgres import Queries, Transaction
from sealedbid.system.jobs.models import JobSchedule
from sealedbid.system.jobs.schedules import next_run

QUERIES = Queries("sealedbid.system.jobs", "job_schedules")


async def put(
    tx: Transaction,
    name: str,
    job_type: str,
    *,
    cron: str,
    timezone: str,
    payload: dict[str, Any] | None = None,
    catch_up: bool = True,
    priority: int = 100,
    max_attempts: int = 5,
    est_tokens: int = 0,
    max_tokens: int | None = None,
) -> UUID:
    """Create the schedule of this name or replace it, and enable it; return its id.

    Its jobs are enqueued by the person who sets it, with their rank of now at most. Raises
    CronError, which names the field; NotAllowedError for a person who is no admin, a reserved type
    and a schedule of the operator; LimitReachedError.
    """
    put_id: UUID = await tx.value(
        QUERIES["set"],
        name=name,
        job_type=job_type,
        cron=cron,
        timezone=timezone,
        next_run_at=next_run(cron, timezone, datetime.now(UTC)),
        payload=payload or {},
        catch_up=catch_up,
        priority=priority,
        max_attempts=max_attempts,
        est_tokens=est_tokens,
        max_tokens=max_tokens,
    )
    return put_id


async def remove(tx: Transaction, name: str) -> bool:
    """Remove the schedule; its jobs still run. Returns False if there is none.

    Raises NotAllowedError for a person who is no admin, and a schedule of the operator.
    """
    return bool(await tx.value(QUERIES["remove"], name=name))


async def named(tx: Transaction, name: str) -> JobSchedule | None:
    """Return the schedule, or None."""
    return await tx.one(QUERIES["named"], JobSchedule, name=name)


async def page(tx: Transaction) -> list[JobSchedule]:
    """Return all schedules, ordered by name."""
    return await tx.all(QUERIES["page"], JobSchedule)
