"""Steps of runs."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sealedbid.intelligence.models import AgentStep, Step
from sealedbid.platform.postgres import Queries, Transaction

QUERIES = Queries("sealedbid.intelligence", "agent_steps")


async def add(
    tx: Transaction,
    *,
    run_id: UUID,
    step: Step,
    model: str,
    input_sha256: bytes,
    output: dict[str, Any],
    ms: int,
) -> None:
    """Keep what a step gave. agent_steps_done_once: it is kept already."""
    await tx.run(
        QUERIES["add"],
        run_id=run_id,
        step=step,
        model=model,
        input_sha256=input_sha256,
        output=output,
        ms=ms,
    )


async def of_run(tx: Transaction, run_id: UUID) -> list[AgentStep]:
    """Every attempt of the run's steps, in the order in which they ended."""
    return await tx.all(QUERIES["of_run"], AgentStep, run_id=run_id)
