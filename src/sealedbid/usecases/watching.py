"""Watching: runs, step by step, until the job is over or long after."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias
from uuid import UUID

from sealedbid.intelligence.models import AgentRun, AgentStep, ProposalQuestion
from sealedbid.intelligence.repository import agent_runs, agent_steps
from sealedbid.intelligence.run.order import ORDERS, AnyStep, Order
from sealedbid.intelligence.run.standing import attempts_of
from sealedbid.platform.errors import SealedbidError, ended
from sealedbid.platform.postgres import Sealed, Transaction
from sealedbid.system.jobs.models import Job
from sealedbid.system.jobs.repository import jobs
from sealedbid.usecases.answering import read_questions

POLL = 0.1  # seconds
WorkerState: TypeAlias = Literal["at work", "idle", "gone"]
"""``idle``: it ended by itself, with no job left for it. ``gone``: it was ended, or has failed."""


class NotDraftedError(SealedbidError):
    """The job ended without a draft."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """The job of a draft, its run if it has begun, and the attempts that count, by step."""

    job: Job
    order: Order
    attempts: dict[str, AgentStep]
    run: AgentRun | None = None

    @property
    def is_done(self) -> bool:
        """True if the draft is there."""
        return self.job.status == "done" and not self.needs_input

    @property
    def needs_input(self) -> bool:
        """True if the run has stopped with questions to people."""
        return self.run is not None and self.run.status == "needs_input"

    @property
    def tokens(self) -> int:
        """Tokens that the run has taken, all its attempts together, up to the last report."""
        counted = 0 if self.run is None else self.run.tokens_in + self.run.tokens_out
        return max(counted, self._reported("tokens"))

    @property
    def cost_micros(self) -> int:
        """Money that the run has taken, in millionths of a dollar."""
        counted = 0 if self.run is None else self.run.cost_micros
        return max(counted, self._reported("cost_micros"))

    def words_of(self, step: AnyStep) -> str:
        """The words of a step at work on how far it is; empty if it has said none."""
        told = self.job.progress or {}
        words = str(told.get("words", "")) if told.get("step") == step.name else ""
        return words.removeprefix(step.doing).strip()

    def _reported(self, name: str) -> int:
        return int((self.job.progress or {}).get(name, 0))

    @property
    def failure(self) -> str | None:
        """The reason why there will be no draft."""
        if self.job.status not in ("dead", "cancelled"):
            return None
        error = self.job.error
        return (
            str(error.get("reason", self.job.status))
            if isinstance(error, dict)
            else self.job.status
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run, every attempt of its steps, and the open questions that it waits for."""

    run: AgentRun
    steps: list[AgentStep]
    waits_for: list[ProposalQuestion]


async def look(tx: Transaction, job_id: UUID) -> Watched | None:
    """Return the state of a draft, or None if its job was removed."""
    job = await jobs.get(tx, job_id)
    if job is None:
        return None
    run = await agent_runs.of_job(tx, job_id)
    if run is None:
        return Watched(job=job, order=ORDERS[job.payload.get("mode", "fast")], attempts={})
    order = ORDERS[run.mode]
    attempts = attempts_of(order, run, await agent_steps.of_run(tx, run.id))
    return Watched(job=job, order=order, attempts=attempts, run=run)


async def read_run(tx: Transaction, run_id: UUID) -> Run | None:
    """Return a run with every attempt of its steps, or None if there is none."""
    run = await agent_runs.get(tx, run_id)
    if run is None:
        return None
    steps = await agent_steps.of_run(tx, run_id)
    return Run(run=run, steps=steps, waits_for=await questions_awaited(tx, run))


async def questions_awaited(tx: Transaction, run: AgentRun) -> list[ProposalQuestion]:
    """Return the questions that have to be answered before the run goes on."""
    if run.status != "needs_input":
        return []
    asked = await read_questions(tx, run.proposal_id)
    return [one for one in asked if one.key in run.waits_for and one.answer is None]


async def follow(
    sealed: Sealed, job_id: UUID, *, worker: Callable[[], WorkerState]
) -> AsyncIterator[Watched]:
    """Yield the state of a draft again and again; the last one is done, or needs input.

    ``worker`` is the state of the caller's worker: one that is idle has left the job to another.
    Raises NotDraftedError, also when no worker is left.
    """
    while True:
        state = worker()  # before the look: what it has done is seen
        async with sealed() as tx:
            watched = await look(tx, job_id)
        if watched is None:
            raise NotDraftedError("The job was removed.")
        yield watched
        if watched.is_done or watched.needs_input:
            return
        if watched.failure is not None:
            raise NotDraftedError(f"No draft: {ended(watched.failure)}")
        if state == "gone" or (state == "idle" and watched.job.status != "running"):
            raise NotDraftedError(
                "The worker ended before the draft was there: `sealedbid worker` continues it."
            )
        await asyncio.sleep(POLL)
