"""One attempt of one job: the body, and every way it can end."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from sealedbid.platform.postgres import Gateway
from sealedbid.platform.postgres.errors import DatabaseUnreachableError
from sealedbid.system.jobs.handler import Handler
from sealedbid.system.jobs.running import RunningJob
from sealedbid.worker.dispatch import Claim, Dispatcher
from sealedbid.worker.ending import LATE, Ending, readable, run_body
from sealedbid.worker.heart import HANGING, Heart, Verdict
from sealedbid.worker.isolated import Isolation
from sealedbid.worker.metrics import ENDS, TOKENS, UNKNOWN

log = logging.getLogger("sealedbid.worker")

# Reasons of jobs that end for good, by verdict.
OVER: dict[Verdict, str] = {
    "left": "the person who asked for this job has left",
    "key ended": "the API key that asked for this job has ended",
    "over its budget": "it has used more tokens than it may",
}
AWAY = "the database did not answer"
UNSAID = "how it ended could not be stored"


class Attempt:
    """A claimed job with its handler and connections."""

    def __init__(
        self,
        claim: Claim,
        handler: Handler[Any] | None,
        dispatcher: Dispatcher,
        gateway: Gateway,
        heart: Heart,
        isolation: Isolation,
    ) -> None:
        self.claim = claim
        self._handler = handler
        self._dispatcher = dispatcher
        self._heart = heart
        self._isolation = isolation
        self._was_killed = False
        self._job = RunningJob(
            gateway=gateway,
            settings=isolation.settings,
            org_id=claim.org_id,
            id=claim.job_id,
            lease=claim.lease_token,
        )

    async def run(self) -> None:
        """Run the body until it ends or has to; then report how it ended.

        Raises errors that say that the database is gone, and CancelledError if the worker is
        stopped.
        """
        where = ", in a process of its own" if self.claim.is_isolated else ""
        self._log(logging.INFO, f"attempt {self.claim.attempt}{where}")
        if self._handler is None:
            await self._fail("no such type of job", retry=False)
            return
        with self._heart.holding(self.claim, self._job) as held:
            try:
                ending = await self._run_body(self._handler)
            except asyncio.CancelledError:
                if held.verdict is None:
                    raise  # the worker is being stopped
                await self._end(held.verdict)
            else:
                await self._say(ending)

    async def _run_body(self, handler: Handler[Any]) -> Ending:
        if not self.claim.is_isolated:
            return await run_body(handler, self._job)
        process = self._isolation.process(handler, self._job, self._ids())
        try:
            return await process.run()
        finally:
            self._was_killed = process.was_killed

    async def _say(self, ending: Ending) -> None:
        """Report the end of a body that the worker did not stop."""
        match ending.how:
            case "gone":
                raise DatabaseUnreachableError(ending.reason)
            case "crashed":
                await self._crash(ending.reason)
            case "failed":
                await self._fail(ending.reason, retry=ending.retry, at=ending.at)
            case "done":
                self._ended("done")
                self._log(logging.INFO, "done")

    async def _end(self, verdict: Verdict) -> None:
        """Report the end of a body that was told to end."""
        if verdict == "lost":
            self._lost("the worker was thought dead")
        elif verdict == "silent":
            raise DatabaseUnreachableError("No heartbeat arrives.")
        elif verdict == "cancelled":
            await self._dispatcher.cancelled(self.claim, tokens=self._job.spent)
            self._ended("cancelled")
            self._log(logging.INFO, "cancelled")
        elif verdict == "late" and self._was_killed:
            await self._crash(HANGING)  # in the worker's own process it would have ended the worker
        elif verdict == "late":
            await self._fail(LATE, retry=True)
        elif verdict in OVER:
            await self._fail(OVER[verdict], retry=False)
        else:  # stopped, or over the organization's budget: it waits until that is over
            await self.give_back(verdict)

    async def settle(self, reason: str) -> None:
        """Record, once the database is back, that this attempt failed. It counts as an attempt."""
        await self._fail(reason, retry=True)

    async def give_back(self, why: str) -> None:
        """Release the job for another worker; no attempt is counted."""
        await self._dispatcher.release(self.claim, tokens=self._job.spent)
        self._ended("given back")
        self._log(logging.INFO, f"given back: {why}")

    def _lost(self, why: str) -> None:
        self._ended("lost")
        self._log(logging.WARNING, f"the lease is lost: {why}")

    def _ended(self, how: str) -> None:
        job_type = self.claim.job_type if self._handler else UNKNOWN
        ENDS.labels(job_type, how).inc()
        TOKENS.labels(job_type).inc(self._job.spent)

    async def _fail(self, reason: str, *, retry: bool, at: list[str] | None = None) -> None:
        claim, handler = self.claim, self._handler
        delay = None
        if retry and handler is not None and claim.attempt < handler.max_attempts:
            delay = handler.retry.delay(claim.attempt)
        state = await self._dispatcher.fail(
            claim, {"reason": readable(reason)}, retry_seconds=delay, tokens=self._job.spent
        )
        self._told(state, "failed", reason, at)

    async def _crash(self, reason: str) -> None:
        """Report that the body ended its own process, or was killed with it."""
        state = await self._dispatcher.crashed(
            self.claim, {"reason": reason}, tokens=self._job.spent
        )
        self._told(state, "crashed", reason, None)

    def _told(self, state: str | None, how: str, reason: str, at: list[str] | None) -> None:
        if state is None:
            self._lost(reason)
            return
        self._ended("dead" if state == "dead" else how)
        self._log(logging.ERROR, f"{state}: {reason}", at=at)

    def _ids(self) -> dict[str, Any]:
        return {
            "job_type": self.claim.job_type,
            "job_id": str(self.claim.job_id),
            "org_id": str(self.claim.org_id),
            "attempt": self.claim.attempt,
        }

    def _log(self, level: int, text: str, *, at: list[str] | None = None) -> None:
        ids = self._ids()
        log.log(level, "%s", text, extra=ids if at is None else ids | {"at": at})
