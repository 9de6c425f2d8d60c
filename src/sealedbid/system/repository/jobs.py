"""Jobs, as their organisation sees them."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sealedbid.platform.postgres import Queries, Transaction
from sealedbid.system.models import Job

QUERIES = Queries("sealedbid.system", "jobs")


async def enqueue(
    tx: Transaction,
    job_type: str,
    payload: dict[str, Any],
    *,
    unique_key: str | None = None,
    run_at: datetime | None = None,
) -> Job:
    """Ask for work in this transaction. jobs_unique_key: the same is queued or running already."""
    return await tx.only(
        QUERIES["enqueue"],
        Job,
        job_type=job_type,
        payload=payload,
        unique_key=unique_key,
        run_at=run_at,
    )


async def finish(tx: Transaction, *, lease: UUID, result: dict[str, Any], tokens: int = 0) -> None:
    """End the open job with its effects. 40001: the lease was lost, and all rolls back."""
    await tx.run(QUERIES["finish"], lease=lease, result=result, tokens=tokens)


async def get(tx: Transaction, id: UUID) -> Job | None:
    """The job, or None."""
    return await tx.one(QUERIES["get"], Job, id=id)


async def latest(tx: Transaction, *, limit: int = 100) -> list[Job]:
    """The newest jobs."""
    return await tx.all(QUERIES["latest"], Job, limit=limit)
