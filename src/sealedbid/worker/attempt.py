"""One attempt of one job: the body, and every way it can end."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from sealedbid.platform.errors import SealedbidError
from sealedbid.platform.logging import frames
from sealedbid.platform.postgres import Gateway
from sealedbid.platform.postgres.errors import (
    CredentialRefusedError,
    DatabaseUnreachableError,
    NotAMemberError,
)
from sealedbid.system.handlers import Handler
from sealedbid.system.running import JobFailedError, RunningJob
from sealedbid.worker.dispatch import Claim, Dispatcher
from sealedbid.worker.faults import is_gone
from sealedbid.worker.forks import end_children
from sealedbid.worker.heart import Heart, Verdict
from sealedbid.worker.metrics import ENDS, TOKENS, UNKNOWN

log = logging.getLogger("sealedbid.worker")

# What a job is told that ends for good, by verdict.
OVER: dict[Verdict, str] = {
    "left": "the person who asked for this job has left",
    "over its budget": "it has used more tokens than it may",
}
LATE = "it took too long"
AWAY = "the database did not answer"
UNSAID = "how it ended could not be stored"
LONGEST_REASON = 500  # characters


class Attempt:
    """A claimed job, and what it runs on."""

    def __init__(
        self,
        claim: Claim,
        handler: Handler[Any] | None,
        dispatcher: Dispatcher,
        gateway: Gateway,
        heart: Heart,
    ) -> None:
        self.claim = claim
        self._handler = handler
        self._dispatcher = dispatcher
        self._heart = heart
        self._job = RunningJob(
            gateway=gateway, org_id=claim.org_id, id=claim.job_id, lease=claim.lease_token
        )

    async def run(self) -> None:
        """Run the body until it ends or has to; then say how it ended.

        Raises what says that the database is gone, and CancelledError when the worker is stopped.
        """
        self._log(logging.INFO, f"attempt {self.claim.attempt}")
        if self._handler is None:
            await self._fail("no such type of job", retry=False)
            return
        with self._heart.holding(self.claim, self._job) as held:
            try:
                try:
                    await self._handler.run(self._job)
                finally:
                    end_children()
            except asyncio.CancelledError:
                if held.verdict is None:
                    raise  # the worker is being stopped
                await self._end(held.verdict)
            except (JobFailedError, NotAMemberError) as error:
                await self._fail(str(error), retry=False)
            except SystemExit as error:
                await self._fail("the body tried to end the process", retry=True, error=error)
            except Exception as error:
                if is_gone(error):
                    raise
                await self._fail(_reason(error), retry=True, error=error)
            else:
                self._ended("done")
                self._log(logging.INFO, "done")

    async def _end(self, verdict: Verdict) -> None:
        """What has to be said of a body that was told to end."""
        if verdict == "lost":
            self._lost("the worker was thought dead")
        elif verdict == "silent":
            raise DatabaseUnreachableError("No heartbeat arrives.")
        elif verdict == "cancelled":
            await self._dispatcher.cancelled(self.claim, tokens=self._job.spent)
            self._ended("cancelled")
            self._log(logging.INFO, "cancelled")
        elif verdict == "late":
            await self._fail(LATE, retry=True)
        elif verdict in OVER:
            await self._fail(OVER[verdict], retry=False)
        else:  # stopped, or over the organisation's budget: it waits until that is over
            await self.give_back(verdict)

    async def settle(self, reason: str) -> None:
        """Record that an attempt ended, when its own way to say so failed. It counts as one."""
        await self._fail(reason, retry=True)

    async def give_back(self, why: str) -> None:
        """Let another worker begin anew, another time; no attempt is spent."""
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

    async def _fail(self, reason: str, *, retry: bool, error: BaseException | None = None) -> None:
        claim, handler = self.claim, self._handler
        delay = None
        if retry and handler is not None and claim.attempt < handler.max_attempts:
            delay = handler.retry.delay(claim.attempt)
        reason = _told(reason)
        state = await self._dispatcher.fail(
            claim, {"reason": reason}, retry_seconds=delay, tokens=self._job.spent
        )
        if state is None:
            self._lost(reason)
            return
        self._ended("dead" if state == "dead" else "failed")
        self._log(logging.ERROR, f"{state}: {reason}", at=frames(error) if error else None)

    def _log(self, level: int, text: str, *, at: list[str] | None = None) -> None:
        ids = {
            "job_type": self.claim.job_type,
            "job_id": str(self.claim.job_id),
            "org_id": str(self.claim.org_id),
            "attempt": self.claim.attempt,
        }
        log.log(level, "%s", text, extra=ids if at is None else ids | {"at": at})


def _reason(error: Exception) -> str:
    """What people are told. A stranger's exception may quote a tenant's rows: its type is kept."""
    if isinstance(error, CredentialRefusedError):
        return LATE  # a lease of ours is refused only when its time is over
    return str(error) if isinstance(error, SealedbidError) else type(error).__name__


def _told(reason: str) -> str:
    """What can be stored, and read in a line."""
    return "".join(c if c.isprintable() else " " for c in reason)[:LONGEST_REASON]
