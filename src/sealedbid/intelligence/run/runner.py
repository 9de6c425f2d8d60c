"""Runs the steps of a proposal's draft; only the runner writes steps, tokens, cost and times.

Before each step the runner reads what is stored, and nothing else is handed on: a worker that comes
after one that died begins where the last finished step ended.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sealedbid.content.repository import proposals
from sealedbid.intelligence.models import AgentRun
from sealedbid.intelligence.repository import agent_runs, agent_steps
from sealedbid.intelligence.run.asked import DraftPayload
from sealedbid.intelligence.run.beginning import begin_with
from sealedbid.intelligence.run.finishing import finish
from sealedbid.intelligence.run.order import ORDERS, AnyStep
from sealedbid.intelligence.run.standing import (
    Standing,
    digest,
    input_of,
    standing_of,
)
from sealedbid.intelligence.run.step import Result, Tools
from sealedbid.intelligence.writer import open_writer
from sealedbid.platform.errors import NotAllowedError, SealedbidError
from sealedbid.platform.postgres import Transaction
from sealedbid.platform.postgres.errors import (
    BusyError,
    CredentialRefusedError,
    DatabaseUnreachableError,
    LeaseLostError,
    NotAMemberError,
    TimedOutError,
)
from sealedbid.system.jobs.running import JobFailedError, RunningJob

NOT_FOR_THE_RUN = (
    BusyError,
    CredentialRefusedError,
    DatabaseUnreachableError,
    LeaseLostError,
    NotAMemberError,
    NotAllowedError,
    TimedOutError,
)
"""Errors after which nothing can be written of the run, or a later attempt goes on with it."""


class Runner:
    """One job's work on a run."""

    def __init__(self, job: RunningJob, asked: DraftPayload) -> None:
        self.job = job
        self.asked = asked
        self.tools = Tools(sealed=job.sealed, writer=open_writer(asked.writer))

    async def run(self) -> None:
        """Do the steps that are not done, and finish. Raises JobFailedError if no retry helps."""
        run_id, begin = await self._begin()
        try:
            while (at := await self._look(run_id, begin)).next is not None:
                await self._do(run_id, at.next, at.values)
            await finish(self.job, self.asked, run_id, at.values)
        except NOT_FOR_THE_RUN:
            raise
        except Exception as error:
            await self._give_up(run_id, error)
            raise

    async def _begin(self) -> tuple[UUID, dict[str, Any]]:
        """Start the run, continue it, or take the one that a person resumes."""
        async with self.job.sealed() as tx:
            proposal = await proposals.get(tx, self.asked.proposal_id)
            if proposal is None:
                raise JobFailedError("the proposal is gone")
            if proposal.status != "draft":
                raise JobFailedError(f"the proposal is {proposal.status}: only drafts are written")
            run = await self._run(tx)
            await proposals.set_brain_status(tx, proposal.id, "running")
            return run.id, await begin_with(tx, proposal)

    async def _run(self, tx: Transaction) -> AgentRun:
        proposal_id, resumption = self.asked.proposal_id, self.asked.resumption
        if resumption is None:
            return await agent_runs.start(
                tx, proposal_id=proposal_id, job_id=self.job.id, mode=self.asked.mode
            )
        run = await agent_runs.take(
            tx,
            resumption.run_id,
            proposal_id=proposal_id,
            job_id=self.job.id,
            resume_from=resumption.step,
        )
        if run is None:
            raise JobFailedError("the run is gone, or another job has it")
        return run

    async def _look(self, run_id: UUID, begin: Mapping[str, Any]) -> Standing:
        """Read what stands of the run, and record the step that comes next."""
        async with self.job.sealed() as tx:
            run = await agent_runs.get(tx, run_id)
            if run is None:
                raise JobFailedError("the run is gone")
            steps = await agent_steps.of_run(tx, run_id)
            standing = standing_of(ORDERS[run.mode], run, steps, begin)
            if standing.next is not None:
                await agent_runs.advance(tx, run_id, standing.next.name)
            return standing

    async def _do(self, run_id: UUID, step: AnyStep, values: Mapping[str, Any]) -> None:
        """Run one step, and keep its output in the transaction that says that it is done."""
        resumption = self.asked.resumption
        edits = resumption.edits if resumption and resumption.step == step.name else {}
        given = input_of(step, {**values, **edits})
        about: dict[str, Any] = {
            "run_id": run_id,
            "job_id": self.job.id,
            "step": step.name,
            "input_sha256": digest(given),
            "edits": edits or None,
        }
        started = time.monotonic()
        try:
            result: Result[Any] = await step.run(given, self.tools)
        except NOT_FOR_THE_RUN:
            raise
        except Exception as error:
            async with self.job.sealed() as tx:
                failed = {"reason": _reason(error)}
                await agent_steps.add(tx, **about, ms=_ms(started), error=failed)
            raise
        ms, output = _ms(started), result.output.model_dump(mode="json")
        self.job.tokens += result.usage.tokens_in + result.usage.tokens_out
        kept = output if step.is_writer else None
        async with self.job.sealed() as tx:
            await agent_steps.add(
                tx, **about, ms=ms, output=output, model=result.by, usage=result.usage
            )
            await agent_runs.add_up(tx, run_id, result.usage, writer_output=kept)

    async def _give_up(self, run_id: UUID, error: Exception) -> None:
        async with self.job.sealed() as tx:
            await agent_runs.end(tx, run_id, "failed", error={"reason": _reason(error)})
            await proposals.set_brain_status(tx, self.asked.proposal_id, "failed")


def _reason(error: Exception) -> str:
    return str(error) if isinstance(error, SealedbidError) else type(error).__name__


def _ms(started: float) -> int:
    return round((time.monotonic() - started) * 1000)
