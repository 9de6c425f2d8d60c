"""Attempts of the steps of runs."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sealedbid.intelligence.models import FREE, AgentStep, Usage
from sealedbid.platform.postgres import Queries, Transaction

QUERIES = Queries("sealedbid.intelligence", "agent_steps")


async def add(
    tx: Transaction,
    *,
    run_id: UUID,
    job_id: UUID,
    step: str,
    input_sha256: bytes,
    ms: int,
    edits: dict[str, Any] | None = None,
    edited_from: dict[str, str] | None = None,
    output: dict[str, Any] | None = None,
    model: str | None = None,
    usage: Usage = FREE,
    error: dict[str, Any] | None = None,
) -> None:
    """Keep an attempt that is over: done if it has an output, failed otherwise.

    The database refuses a second finished attempt by the same job with the same input. The
    ``error`` of one that is done is the limit that ended a model's part of it.
    """
    await tx.run(
        QUERIES["add"],
        run_id=run_id,
        job_id=job_id,
        step=step,
        status="failed" if output is None else "done",
        model=model,
        input_sha256=input_sha256,
        edits=edits,
        edited_from=edited_from,
        output=output,
        tokens_in=usage.tokens_in,
        tokens_out=usage.tokens_out,
        cost_micros=usage.cost_micros,
        ms=ms,
        error=error,
    )


async def of_run(tx: Transaction, run_id: UUID) -> list[AgentStep]:
    """List every attempt of the run's steps, in the order in which they ended."""
    return await tx.all(QUERIES["of_run"], AgentStep, run_id=run_id)
