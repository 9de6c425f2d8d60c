"""Jobs, as their organization sees them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sealedbid.platform.postgres import Jsonb, Queries, Transaction
from sealedbid.system.jobs.models import Job

QUERIES = Queries("sealedbid.system.jobs", "jobs")


async def enqueue(
    tx: Transaction,
    job_type: str,
    payload: dict[str, Any],
    *,
    unique_key: str | None = None,
    run_at: datetime | None = None,
    priority: int = 100,
    max_attempts: int = 5,
    est_tokens: int = 0,
    max_tokens: int | None = None,
) -> Job:
    """Enqueue work in this transaction. Raises DuplicateJobError.

    Of one organization the lowest ``priority`` goes first. ``est_tokens`` are held against the
    organization's budget while it runs; after ``max_tokens`` it is ended.
    """
    return await tx.only(
        QUERIES["enqueue"],
        Job,
        job_type=job_type,
        payload=payload,
        unique_key=unique_key,
        run_at=run_at,
        priority=priority,
        max_attempts=max_attempts,
        est_tokens=est_tokens,
        max_tokens=max_tokens,
    )


async def enqueue_many(
    tx: Transaction,
    job_type: str,
    payloads: Sequence[dict[str, Any]],
    *,
    run_at: datetime | None = None,
    priority: int = 100,
    max_attempts: int = 5,
    est_tokens: int = 0,
    max_tokens: int | None = None,
) -> int:
    """Enqueue a job for each payload, in one statement; return their number."""
    return await tx.run(
        QUERIES["enqueue_many"],
        job_type=job_type,
        payloads=[Jsonb(payload) for payload in payloads],
        run_at=run_at,
        priority=priority,
        max_attempts=max_attempts,
        est_tokens=est_tokens,
        max_tokens=max_tokens,
    )


async def payload(tx: Transaction, id: UUID) -> Any:
    """Return the payload of the job, or None if the job is gone."""
    return await tx.value(QUERIES["payload"], id=id)


async def report(tx: Transaction, *, lease: UUID, progress: dict[str, Any]) -> None:
    """Store how far the open job is. Raises LeaseLostError."""
    await tx.run(QUERIES["report"], lease=lease, progress=progress)


async def stop(
    tx: Transaction, reason: str, *, job_type: str | None = None, job: UUID | None = None
) -> int:
    """Cancel a job (members), or stop a type or all of the organization (admins).

    Return the number of jobs cancelled, or of stops set.
    """
    stopped: int = await tx.value(QUERIES["stop"], reason=reason, job_type=job_type, job=job)
    return stopped


async def resume(tx: Transaction, reason: str, *, job_type: str | None = None) -> int:
    """Resume what the organization stopped, for admins; return the number of stops removed.

    Stops of the operator stay.
    """
    resumed: int = await tx.value(QUERIES["resume"], reason=reason, job_type=job_type)
    return resumed


async def retry(tx: Transaction, id: UUID) -> bool:
    """Enqueue a dead or cancelled job again; False if it is neither. Raises DuplicateJobError."""
    return bool(await tx.value(QUERIES["retry"], id=id))


async def finish(
    tx: Transaction, *, lease: UUID, result: dict[str, Any] | None, tokens: int = 0
) -> None:
    """Finish the open job with its effects. Raises LeaseLostError; then all is rolled back."""
    await tx.run(QUERIES["finish"], lease=lease, result=result, tokens=tokens)


async def pending(tx: Transaction, job_type: str, unique_key: str) -> UUID | None:
    """Return the id of the job of the type with this key that is not over, or None."""
    found: UUID | None = await tx.value(
        QUERIES["pending"], job_type=job_type, unique_key=unique_key
    )
    return found


async def is_cancelled(tx: Transaction, id: UUID) -> bool:
    """True if somebody has cancelled the job; its worker hears of it with its next heartbeat."""
    return bool(await tx.value(QUERIES["is_cancelled"], id=id))


async def get(tx: Transaction, id: UUID) -> Job | None:
    """Return the job, or None."""
    return await tx.one(QUERIES["get"], Job, id=id)


async def latest(tx: Transaction, *, limit: int = 100) -> list[Job]:
    """Return the newest jobs."""
    return await tx.all(QUERIES["latest"], Job, limit=limit)
