"""A job takes its run: one of its own, or the one that goes on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from pydantic import SecretStr

from sealedbid.content.repository import proposal_versions, proposals
from sealedbid.intelligence.llm import Limit
from sealedbid.intelligence.models import AgentRun, ModelVendor
from sealedbid.intelligence.publishing import EDITED
from sealedbid.intelligence.repository import agent_runs, agent_steps, model_keys
from sealedbid.intelligence.run.asked import DraftPayload
from sealedbid.intelligence.run.beginning import begin_with
from sealedbid.intelligence.run.spending import Spending
from sealedbid.intelligence.spending import month_limit
from sealedbid.intelligence.writer.composer import COMPOSER
from sealedbid.platform.postgres import Transaction
from sealedbid.system.jobs.repository import jobs
from sealedbid.system.jobs.running import JobFailedError, RunningJob


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A run in the hands of a job, with the values that it begins with and what it may spend.

    ``published`` are the attempts that the proposal's newest draft stands on, if it is this run's.
    """

    run_id: UUID
    values: dict[str, Any]
    spending: Spending
    keys: Mapping[ModelVendor, SecretStr]
    has_models: bool
    published: frozenset[UUID] = frozenset()


async def begin(job: RunningJob, asked: DraftPayload) -> Begun:
    """Start the run, continue it, or take the one that is resumed. Raises JobFailedError."""
    has_models = asked.writer != COMPOSER
    async with job.sealed() as tx:
        proposal = await proposals.get(tx, asked.proposal_id)
        if proposal is None:
            raise JobFailedError("the proposal is gone")
        if proposal.status != "draft":
            raise JobFailedError(f"the proposal is {proposal.status}: only drafts are written")
        if proposal.lock_version != asked.lock_version:
            raise JobFailedError(EDITED)  # before anything is paid: it could not be published
        run = await _run(tx, job, asked)
        newest = await proposal_versions.drafted_by(tx, proposal.id)
        await proposals.set_brain_status(tx, proposal.id, "running")
        spending = Spending(
            job,
            run,
            await agent_steps.of_run(tx, run.id),
            await month_limit(tx) if has_models else Limit(scope="month"),
            before=await jobs.get(tx, job.id),
        )
        return Begun(
            run_id=run.id,
            values=await begin_with(tx, proposal),
            spending=spending,
            keys=await model_keys.for_job(tx) if has_models else {},
            has_models=has_models,
            published=frozenset(run.published if newest == run.id else ()),
        )


async def _run(tx: Transaction, job: RunningJob, asked: DraftPayload) -> AgentRun:
    if asked.resumption is None:
        run = await agent_runs.start(
            tx,
            proposal_id=asked.proposal_id,
            job_id=job.id,
            mode=asked.mode,
            writer=asked.writer,
            model=asked.model,
        )
        if run is None:
            raise JobFailedError("its run is over, or another job has it")
        return run
    run = await agent_runs.take(
        tx,
        asked.resumption.run_id,
        proposal_id=asked.proposal_id,
        job_id=job.id,
        resume_from=asked.resumption.step,
        writer=asked.writer,
        model=asked.model,
    )
    if run is None:
        raise JobFailedError("the run is gone, or another job has it")
    return run
