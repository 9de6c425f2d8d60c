"""Runs of the brain."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sealedbid.intelligence.models import AgentRun, RunMode, RunStatus, Step
from sealedbid.platform.postgres import Queries, Transaction

QUERIES = Queries("sealedbid.intelligence", "agent_runs")


async def start(tx: Transaction, *, proposal_id: UUID, job_id: UUID, mode: RunMode) -> AgentRun:
    """The run of a job, running; the one that is there when another worker has begun it."""
    return await tx.only(
        QUERIES["start"], AgentRun, proposal_id=proposal_id, job_id=job_id, mode=mode
    )


async def of_job(tx: Transaction, job_id: UUID) -> AgentRun | None:
    """The run of a job, or None."""
    return await tx.one(QUERIES["of_job"], AgentRun, job_id=job_id)


async def advance(
    tx: Transaction, id: UUID, step: Step, *, writer_output: dict[str, Any] | None = None
) -> bool:
    """Say what the run is at; keep what the writer wrote."""
    return (
        await tx.run(QUERIES["advance"], id=id, current_step=step, writer_output=writer_output) == 1
    )


async def end(
    tx: Transaction, id: UUID, status: RunStatus, *, error: dict[str, Any] | None = None
) -> bool:
    """Say how the run ended."""
    return await tx.run(QUERIES["end"], id=id, status=status, error=error) == 1
