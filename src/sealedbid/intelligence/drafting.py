"""A run of the brain on a proposal: step by step, each step's output kept with its row.

A worker that comes after one that died begins where the last finished step ended. The effects on
the proposal and the end of the job are one transaction.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from sealedbid.content.models import Proposal, Service
from sealedbid.content.repository import proposals, services
from sealedbid.intelligence import steps
from sealedbid.intelligence.models import AgentRun, RunMode, Step
from sealedbid.intelligence.publishing import publish
from sealedbid.intelligence.repository import agent_runs, agent_steps
from sealedbid.intelligence.writer.composer import COMPOSER
from sealedbid.platform.errors import NotAllowedError, SealedbidError
from sealedbid.platform.postgres.errors import (
    BusyError,
    CredentialRefusedError,
    DatabaseUnreachableError,
    LeaseLostError,
    NotAMemberError,
    TimedOutError,
)
from sealedbid.system.running import JobFailedError, RunningJob

FAST: tuple[Step, ...] = ("intake", "recall", "write", "review")
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


class Drafted(BaseModel):
    """What came of a draft; ``unsupported`` counts sentences without a source."""

    proposal_id: UUID
    version: int
    unsupported: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Begun:
    """What a run stands on, read once at its beginning."""

    run: AgentRun
    proposal: Proposal
    offers: list[Service]
    outputs: dict[Step, dict[str, Any]]


class Drafting:
    """One job's run."""

    def __init__(
        self, job: RunningJob, proposal_id: UUID, lock_version: int, mode: RunMode
    ) -> None:
        self.job = job
        self.proposal_id = proposal_id
        self.lock_version = lock_version
        self.mode: RunMode = mode

    async def run(self) -> None:
        """Do what is not done yet, and finish. Raises JobFailedError for what no retry mends."""
        begun = await self._begin()
        try:
            outputs = begun.outputs
            for step in FAST:
                if step not in outputs:
                    outputs[step] = await self._do(step, begun)
            await self._finish(begun)
        except NOT_FOR_THE_RUN:
            raise
        except Exception as error:
            await self._give_up(begun.run, error)
            raise

    async def _begin(self) -> _Begun:
        async with self.job.sealed() as tx:
            proposal = await proposals.get(tx, self.proposal_id)
            if proposal is None:
                raise JobFailedError("the proposal is gone")
            if proposal.status != "draft":
                raise JobFailedError(f"the proposal is {proposal.status}: only drafts are written")
            run = await agent_runs.start(
                tx, proposal_id=proposal.id, job_id=self.job.id, mode=self.mode
            )
            await proposals.set_brain_status(tx, proposal.id, "running")
            done = await agent_steps.of_run(tx, run.id)
            offers = await services.catalogue(tx)
        outputs = {step.step: step.output for step in done if step.output is not None}
        return _Begun(run=run, proposal=proposal, offers=offers, outputs=outputs)

    async def _do(self, step: Step, begun: _Begun) -> dict[str, Any]:
        """Run one step, and keep its output in the transaction that says that it is done."""
        state = self._state(begun)
        async with self.job.sealed() as tx:
            await agent_runs.advance(tx, begun.run.id, step)
        started = time.monotonic()
        output = await STEPS[step](state)
        async with self.job.sealed() as tx:
            await agent_steps.add(
                tx,
                run_id=begun.run.id,
                step=step,
                model=COMPOSER,
                input_sha256=_digest(begun.proposal.brief, state.outputs),
                output=output,
                ms=round((time.monotonic() - started) * 1000),
            )
            if step == "write":
                await agent_runs.advance(tx, begun.run.id, step, writer_output=output)
        return output

    async def _finish(self, begun: _Begun) -> None:
        """The proposal, the end of the run and the end of the job, in one transaction."""
        state = self._state(begun)
        async with self.job.sealed() as tx:
            version = await publish(
                tx,
                begun.run.id,
                self.proposal_id,
                state.brief,
                state.draft,
                lock_version=self.lock_version,
            )
            await agent_runs.end(tx, begun.run.id, "done")
            await self.job.finish(
                tx,
                Drafted(
                    proposal_id=begun.proposal.id,
                    version=version,
                    unsupported=len(state.findings),
                ),
            )

    def _state(self, begun: _Begun) -> steps.State:
        return steps.State(
            job=self.job,
            proposal=begun.proposal,
            offers=begun.offers,
            outputs={name: begun.outputs[name] for name in FAST if name in begun.outputs},
        )

    async def _give_up(self, run: AgentRun, error: Exception) -> None:
        reason = str(error) if isinstance(error, SealedbidError) else type(error).__name__
        async with self.job.sealed() as tx:
            await agent_runs.end(tx, run.id, "failed", error={"reason": reason})
            await proposals.set_brain_status(tx, self.proposal_id, "failed")


StepBody = Callable[[steps.State], Awaitable[dict[str, Any]]]

STEPS: dict[Step, StepBody] = {
    "intake": steps.intake,
    "recall": steps.recall,
    "write": steps.write,
    "review": steps.review_step,
}


def _digest(brief: str, given: dict[Step, dict[str, Any]]) -> bytes:
    text = json.dumps([brief, given], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).digest()
