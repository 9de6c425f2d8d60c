"""A type of job: its name, its payload, its body, and its retries."""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from sealedbid.platform.postgres import Transaction
from sealedbid.system.jobs.models import Job
from sealedbid.system.jobs.repository import jobs
from sealedbid.system.jobs.running import JobFailedError, RunningJob

Payload = TypeVar("Payload", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Retry:
    """The pause before the next attempt, in seconds: full jitter under a doubling cap.

    Brooker, "Exponential Backoff And Jitter" (AWS Architecture Blog, 2015).
    """

    base: float = 2.0
    cap: float = 300.0

    def delay(self, attempt: int) -> float:
        """Return the seconds to wait after attempt number ``attempt``, from 1."""
        return random.uniform(0, min(self.cap, self.base * 2.0 ** min(attempt - 1, 30)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Handler(Generic[Payload]):
    """A type of job. ``deadline`` is in seconds, for one attempt.

    Its body is given the running job and the payload. It ends the job itself, in the transaction
    of its effects (RunningJob.finish), or returns a result and is ended afterwards. A body with
    ``one_transaction`` is given a transaction in between, in which it ends, too.
    """

    name: str
    payload: type[Payload]
    body: Callable[..., Awaitable[BaseModel | None]]
    max_attempts: int = 5
    deadline: float = 900.0
    retry: Retry = Retry()
    one_transaction: bool = False

    async def enqueue(
        self,
        tx: Transaction,
        payload: Payload,
        *,
        unique_key: str | None = None,
        run_at: datetime | None = None,
        priority: int = 100,
        est_tokens: int = 0,
        max_tokens: int | None = None,
    ) -> Job:
        """Enqueue work in this transaction.

        Raises DuplicateJobError if a job with this key is queued or running.
        """
        return await jobs.enqueue(
            tx,
            self.name,
            payload.model_dump(mode="json"),
            unique_key=unique_key,
            run_at=run_at,
            priority=priority,
            max_attempts=self.max_attempts,
            est_tokens=est_tokens,
            max_tokens=max_tokens,
        )

    async def enqueue_many(
        self,
        tx: Transaction,
        payloads: Sequence[Payload],
        *,
        run_at: datetime | None = None,
        priority: int = 100,
        est_tokens: int = 0,
        max_tokens: int | None = None,
    ) -> int:
        """Enqueue a job for each payload, in one statement; return their number."""
        return await jobs.enqueue_many(
            tx,
            self.name,
            [payload.model_dump(mode="json") for payload in payloads],
            run_at=run_at,
            priority=priority,
            max_attempts=self.max_attempts,
            est_tokens=est_tokens,
            max_tokens=max_tokens,
        )

    async def run(self, job: RunningJob) -> None:
        """Run the body of a claimed job to its end. Raises whatever the body raises."""
        if self.one_transaction:
            async with job.sealed() as tx:
                payload = self._parsed(await jobs.payload(tx, job.id))
                result = await self.body(job, tx, payload)
                if not job.is_finished:
                    await job.finish(tx, result)
            return
        async with job.sealed() as tx:
            payload = self._parsed(await jobs.payload(tx, job.id))
        result = await self.body(job, payload)
        if not job.is_finished:
            async with job.sealed() as tx:
                await job.finish(tx, result)

    def _parsed(self, payload: Any) -> Payload:
        try:
            return self.payload.model_validate(payload)
        except ValidationError as error:
            wrong = ", ".join(".".join(map(str, fault["loc"])) for fault in error.errors())
            raise JobFailedError(f"the payload is malformed: {wrong}") from None


def job(
    name: str,
    payload: type[Payload],
    *,
    max_attempts: int = 5,
    deadline: float = 900.0,
    retry: Retry | None = None,
    one_transaction: bool = False,
) -> Callable[[Callable[..., Awaitable[BaseModel | None]]], Handler[Payload]]:
    """Make a function the body of a type of job."""

    def made(body: Callable[..., Awaitable[BaseModel | None]]) -> Handler[Payload]:
        return Handler(
            name=name,
            payload=payload,
            body=body,
            max_attempts=max_attempts,
            deadline=deadline,
            retry=retry or Retry(),
            one_transaction=one_transaction,
        )

    return made
