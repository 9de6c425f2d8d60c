"""Retries: jobs of an organization that run again, or never."""

from __future__ import annotations

from uuid import UUID

from sealedbid.platform.errors import NotFoundError
from sealedbid.platform.postgres import Transaction
from sealedbid.system.jobs.repository import jobs


class UnknownJobError(NotFoundError):
    """No such job, or the job is not in a state that allows this."""


async def retry(tx: Transaction, job: UUID) -> None:
    """Queue a dead or cancelled job again, with all its attempts. Raises UnknownJobError."""
    if not await jobs.retry(tx, job):
        raise UnknownJobError(f"{job} is not a dead or cancelled job of this organization.")


async def cancel(tx: Transaction, job: UUID, reason: str) -> None:
    """End a queued job now, a running one with its next heartbeat. Raises UnknownJobError."""
    if not await jobs.stop(tx, reason, job=job):
        raise UnknownJobError(f"{job} is not a queued or running job of this organization.")
