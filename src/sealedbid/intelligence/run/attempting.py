"""One attempt of a step, and every way that it can end."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from typing import Any, Final

from sealedbid.intelligence.llm.errors import ModelError, TransientModelError
from sealedbid.intelligence.models import Usage
from sealedbid.intelligence.repository import agent_runs, agent_steps
from sealedbid.intelligence.run.asked import DraftPayload
from sealedbid.intelligence.run.begun import Begun
from sealedbid.intelligence.run.editing import base_of, replaced_by
from sealedbid.intelligence.run.faults import NOT_FOR_THE_RUN, reason_of
from sealedbid.intelligence.run.order import AnyStep
from sealedbid.intelligence.run.standing import Standing, digest, hand_of, input_of
from sealedbid.intelligence.run.step import Result, Tools
from sealedbid.platform.errors import SealedbidError
from sealedbid.system.jobs.running import JobFailedError, RunningJob

CUT: Final = {"reason": "it was ended before it was done"}
LAST_WORD: Final = 2.0
"""Seconds for which a body that was told to end writes down what it has spent."""


class Attempting:
    """Does steps of a run, each with a row of its own."""

    def __init__(self, job: RunningJob, asked: DraftPayload, begun: Begun, tools: Tools) -> None:
        self._job = job
        self._asked = asked
        self._begun = begun
        self._tools = tools

    async def do(self, step: AnyStep, at: Standing) -> None:
        """Run a step, and keep its output in the transaction that says that it is done.

        An attempt that fails, or is cut off, keeps what it has spent. Raises JobFailedError if a
        model cannot be asked, which no retry mends.
        """
        about = self._about(step, at)
        given = input_of(step, {**at.values, **(about["edits"] or {})})
        spending = self._begun.spending
        spending.begin_step()
        started = time.monotonic()
        try:
            result: Result[Any] = await step.run(given, self._tools)
        except NOT_FOR_THE_RUN:
            raise
        except asyncio.CancelledError:
            with suppress(SealedbidError, TimeoutError):
                async with asyncio.timeout(LAST_WORD):
                    await self._keep(about, started, usage=spending.of_step(), error=dict(CUT))
            raise
        except Exception as error:
            failed = {"reason": reason_of(error)}
            await self._keep(about, started, usage=spending.of_step(), error=failed)
            if isinstance(error, ModelError) and not isinstance(error, TransientModelError):
                raise JobFailedError(str(error)) from error
            raise
        await self._keep(
            about,
            started,
            output=result.output.model_dump(mode="json"),
            model=result.by,
            usage=spending.of_step(result.usage),
            error=spending.reached,
        )

    def _about(self, step: AnyStep, at: Standing) -> dict[str, Any]:
        """The attempt, as it is stored however it ends."""
        resumption = self._asked.resumption
        is_named = resumption is not None and resumption.step == step.name
        edits = resumption.edits if resumption and is_named else at.edits
        base = base_of(input_of(step, at.values))
        given = input_of(step, {**at.values, **edits})
        return {
            "run_id": self._begun.run_id,
            "job_id": self._job.id,
            "step": step.name,
            "input_sha256": digest(step, given, hand_of(self._asked)),
            "edits": edits or None,
            "edited_from": replaced_by(edits, base),
        }

    async def _keep(
        self, about: dict[str, Any], started: float, *, usage: Usage, **outcome: Any
    ) -> None:
        ms = round((time.monotonic() - started) * 1000)
        async with self._job.sealed() as tx:
            await agent_steps.add(tx, **about, ms=ms, usage=usage, **outcome)
            await agent_runs.add_up(tx, self._begun.run_id, usage)
