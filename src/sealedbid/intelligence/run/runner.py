"""Runs the steps of a proposal's draft; only the runner writes steps, tokens, cost and times.

Before each step the runner reads what is stored, and nothing else is handed on: a worker that comes
after one that died begins where the last finished step ended.
"""

from __future__ import annotations

import asyncio
from uuid import UUID

from sealedbid.content.repository import proposals
from sealedbid.intelligence.repository import agent_runs, agent_steps
from sealedbid.intelligence.run.asked import DraftPayload
from sealedbid.intelligence.run.asking import asking
from sealedbid.intelligence.run.attempting import Attempting
from sealedbid.intelligence.run.begun import Begun, begin
from sealedbid.intelligence.run.faults import NOT_FOR_THE_RUN, reason_of
from sealedbid.intelligence.run.finishing import finish
from sealedbid.intelligence.run.order import ASKING, ORDERS, AnyStep
from sealedbid.intelligence.run.standing import Standing, standing_of
from sealedbid.intelligence.run.step import Tools
from sealedbid.intelligence.run.telling import Teller
from sealedbid.intelligence.run.waiting import open_questions, wait_for
from sealedbid.intelligence.spending import month_limit
from sealedbid.intelligence.writer import open_writer
from sealedbid.system.jobs.repository import jobs
from sealedbid.system.jobs.running import JobFailedError, RunningJob


class Runner:
    """One job's work on a run."""

    def __init__(self, job: RunningJob, asked: DraftPayload) -> None:
        """Raises UnknownWriterError."""
        open_writer(asked.writer)
        self.job = job
        self.asked = asked
        self._asks = asked.asks

    async def run(self) -> None:
        """Do the steps that are not done, and finish; or stop with questions.

        Raises JobFailedError if no retry helps.
        """
        begun = await begin(self.job, self.asked)
        try:
            await self._work(begun)
        except NOT_FOR_THE_RUN:
            raise
        except Exception as error:
            await self._give_up(begun.run_id, error)
            raise

    async def _work(self, begun: Begun) -> None:
        teller = Teller(self.job, begun.spending)
        meter = begun.spending.meter
        async with asking(self.job.settings, self.asked, begun.keys, meter) as ask:
            tools = Tools(
                sealed=self.job.sealed,
                writer=open_writer(self.asked.writer, ask, teller.told),
                ask=ask,
                told=teller.told,
            )
            attempting = Attempting(self.job, self.asked, begun, tools)
            while (at := await self._look(begun, teller)).next is not None:
                if self._may_ask(at.next) and (open_ := open_questions(at.values)):
                    proposal_id = self.asked.proposal_id
                    now = await wait_for(self.job, begun.run_id, proposal_id, open_, at.values)
                    if now is None:
                        return
                    begun.values.update(now)
                    self._asks = False  # a run asks once
                    continue
                await attempting.do(at.next, at)
        await finish(self.job, self.asked, begun, at)

    def _may_ask(self, step: AnyStep) -> bool:
        return self._asks and ASKING.get(self.asked.mode) == step.name

    async def _look(self, begun: Begun, teller: Teller) -> Standing:
        """Read what stands of the run, and record the step that comes next.

        Where a person has cancelled the job, nothing more is begun.
        """
        async with self.job.sealed() as tx:
            is_cancelled = await jobs.is_cancelled(tx, self.job.id)
            run = await agent_runs.get(tx, begun.run_id)
            if run is None:
                raise JobFailedError("the run is gone")
            steps = await agent_steps.of_run(tx, run.id)
            if begun.has_models:
                begun.spending.renew(await month_limit(tx))
        if is_cancelled:
            await asyncio.Event().wait()  # until the worker hears of it, with its next heartbeat
        order = ORDERS[run.mode]  # comparing inputs takes a while: no transaction is open
        at = await asyncio.to_thread(standing_of, order, run, steps, begun.values)
        counting = [one.id for one in at.attempts.values()]
        async with self.job.sealed() as tx:
            name = at.next.name if at.next is not None else None
            await agent_runs.advance(tx, run.id, name, counting, writer_output=at.newly_written)
            if at.next is not None:
                await teller.begin(tx, at.next.name, at.next.doing)
        return at

    async def _give_up(self, run_id: UUID, error: Exception) -> None:
        async with self.job.sealed() as tx:
            await agent_runs.end(tx, run_id, "failed", error={"reason": reason_of(error)})
            await proposals.set_brain_status(tx, self.asked.proposal_id, "failed")
