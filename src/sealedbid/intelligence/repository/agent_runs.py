"""Runs of the brain."""

from __future__ import annotations

from collections.abc import Sequence
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


async def start(
    tx: Transaction,
    *,
    proposal_id: UUID,
    job_id: UUID,
    mode: RunMode,
    writer: str,
    model: str | None = None,
) -> AgentRun | None:
    """Start the run of a job, or go on with the one that the job has started before.

    None if that one is over, or another job has it.
    """
    return await tx.one(
        QUERIES["start"],
        AgentRun,
        proposal_id=proposal_id,
        job_id=job_id,
        mode=mode,
        writer=writer,
        model=model,
    )


async def take(
    tx: Transaction,
    id: UUID,
    *,
    proposal_id: UUID,
    job_id: UUID,
    resume_from: str | None,
    writer: str,
    model: str | None = None,
) -> AgentRun | None:
    """Give a run to the job that resumes it. None if it is not there, or another job has it."""
    return await tx.one(
        QUERIES["take"],
        AgentRun,
        id=id,
        proposal_id=proposal_id,
        job_id=job_id,
        resume_from=resume_from,
        writer=writer,
        model=model,
    )


async def get(tx: Transaction, id: UUID) -> AgentRun | None:
    """Return the run, or None."""
    return await tx.one(QUERIES["get"], AgentRun, id=id)


async def of_job(tx: Transaction, job_id: UUID) -> AgentRun | None:
    """Return the run that the job runs, or ran last, or None."""
    return await tx.one(QUERIES["of_job"], AgentRun, job_id=job_id)


async def waiting(tx: Transaction, proposal_id: UUID) -> AgentRun | None:
    """Return the proposal's newest run if it waits for answers."""
    return await tx.one(QUERIES["waiting"], AgentRun, proposal_id=proposal_id)


async def latest(tx: Transaction, *, limit: int = 100) -> list[RunShown]:
    """List the newest runs."""
    return await tx.all(QUERIES["latest"], RunShown, limit=limit)


async def behind_draft(tx: Transaction, proposal_id: UUID) -> DraftMade | None:
    """Return what the proposal's newest draft took; None if no run has written it."""
    return await tx.one(QUERIES["behind_draft"], DraftMade, proposal_id=proposal_id)


async def advance(
    tx: Transaction,
    id: UUID,
    step: str | None,
    stands_on: Sequence[UUID],
    *,
    writer_output: dict[str, Any] | None = None,
) -> bool:
    """Record the step that the run is at, and the attempts that count; True if the run is there.

    ``step`` is None when none is left; ``writer_output`` is kept if it is given.
    """
    advanced = await tx.run(
        QUERIES["advance"],
        id=id,
        current_step=step,
        stands_on=list(stands_on),
        writer_output=writer_output,
    )
    return advanced == 1


async def add_up(tx: Transaction, id: UUID, usage: Usage) -> bool:
    """Add an attempt's tokens and cost to the run's; True if the run is there."""
    added = await tx.run(
        QUERIES["add_up"],
        id=id,
        tokens_in=usage.tokens_in,
        tokens_out=usage.tokens_out,
        cost_micros=usage.cost_micros,
    )
    return added == 1


async def publish(tx: Transaction, id: UUID, attempts: Sequence[UUID]) -> bool:
    """Record the attempts that the published draft stands on; True if the run is there."""
    return await tx.run(QUERIES["publish"], id=id, attempts=list(attempts)) == 1


async def end(
    tx: Transaction,
    id: UUID,
    status: RunStatus,
    *,
    error: dict[str, Any] | None = None,
    waits_for: Sequence[str] = (),
) -> bool:
    """Record how the run ended, or what it waits for; True if the run is there."""
    ended = await tx.run(
        QUERIES["end"], id=id, status=status, error=error, waits_for=list(waits_for)
    )
    return ended == 1


async def cancel(tx: Transaction, id: UUID) -> bool:
    """End a run that waits for answers; False if it does not. Raises NotAllowedError."""
    return bool(await tx.value(QUERIES["cancel"], id=id))
