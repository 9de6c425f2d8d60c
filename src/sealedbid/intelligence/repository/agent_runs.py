"""Runs of the brain."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sealedbid.intelligence.models import (
    AgentRun,
    DraftMade,
    RunMode,
    RunShown,
    RunStatus,
    Usage,
)
from sealedbid.platform.postgres import Queries, Transaction

QUERIES = Queries("sealedbid.intelligence", "agent_runs")


async def start(tx: Transaction, *, proposal_id: UUID, job_id: UUID, mode: RunMode) -> AgentRun:
    """Start the run of a job, or return the one that another worker has started."""
    return await tx.only(
        QUERIES["start"], AgentRun, proposal_id=proposal_id, job_id=job_id, mode=mode
    )


async def take(
    tx: Transaction, id: UUID, *, proposal_id: UUID, job_id: UUID, resume_from: str | None
) -> AgentRun | None:
    """Give a run to the job that resumes it. None if it is not there, or another job has it."""
    return await tx.one(
        QUERIES["take"],
        AgentRun,
        id=id,
        proposal_id=proposal_id,
        job_id=job_id,
        resume_from=resume_from,
    )


async def get(tx: Transaction, id: UUID) -> AgentRun | None:
    """Return the run, or None."""
    return await tx.one(QUERIES["get"], AgentRun, id=id)


async def of_job(tx: Transaction, job_id: UUID) -> AgentRun | None:
    """Return the run that the job runs, or ran last, or None."""
    return await tx.one(QUERIES["of_job"], AgentRun, job_id=job_id)


async def latest(tx: Transaction, *, limit: int = 100) -> list[RunShown]:
    """List the newest runs."""
    return await tx.all(QUERIES["latest"], RunShown, limit=limit)


async def behind_draft(tx: Transaction, proposal_id: UUID) -> DraftMade | None:
    """Return what the proposal's newest draft took; None if no run has written it."""
    return await tx.one(QUERIES["behind_draft"], DraftMade, proposal_id=proposal_id)


async def advance(tx: Transaction, id: UUID, step: str) -> bool:
    """Record the step that the run is at; True if the run is there."""
    return await tx.run(QUERIES["advance"], id=id, current_step=step) == 1


async def add_up(
    tx: Transaction, id: UUID, usage: Usage, *, writer_output: dict[str, Any] | None = None
) -> bool:
    """Add an attempt's tokens and cost to the run's, and keep the output of a writer."""
    added = await tx.run(
        QUERIES["add_up"],
        id=id,
        tokens_in=usage.tokens_in,
        tokens_out=usage.tokens_out,
        cost_micros=usage.cost_micros,
        writer_output=writer_output,
    )
    return added == 1


async def end(
    tx: Transaction, id: UUID, status: RunStatus, *, error: dict[str, Any] | None = None
) -> bool:
    """Record how the run ended; True if the run is there."""
    return await tx.run(QUERIES["end"], id=id, status=status, error=error) == 1
