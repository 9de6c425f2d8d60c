"""The worker's heartbeat, in a thread and on a connection of its own, so that no body delays it."""

from __future__ import annotations

import asyncio
import logging
import math
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal, TypeAlias
from uuid import UUID

from sealedbid.platform.postgres import Queries
from sealedbid.platform.postgres.errors import LoginRefusedError
from sealedbid.platform.postgres.faults import DATABASE_ERRORS, named
from sealedbid.platform.postgres.line import Line
from sealedbid.system.jobs.running import RunningJob
from sealedbid.worker.dispatch import Claim, Dispatcher

log = logging.getLogger("sealedbid.worker")

_STATEMENTS = Queries(__package__, "queue")

BEATS = 3  # heartbeats in the time of one lease
GRACE = 20.0
"""Seconds after its deadline within which a body that was told to end must end."""
HANGING = "it did not end when it was told to"
HANGS = 70
"""Exit code (EX_SOFTWARE of sysexits.h) of a worker whose body does not end."""

Verdict: TypeAlias = Literal[
    "lost",
    "silent",
    "cancelled",
    "stopped",
    "left",
    "key ended",
    "late",
    "over its budget",
    "over the budget",
]


@dataclass(slots=True)
class Held:
    """A running job and the callback that ends its body."""

    claim: Claim
    job: RunningJob
    end: Callable[[], Any]
    dies_at: float
    """Monotonic time after which the process ends itself if the body still runs."""
    verdict: Verdict | None = None

    def tell(self, verdict: Verdict) -> None:
        """End the body; only the first verdict counts."""
        if self.verdict is None:
            self.verdict = verdict
            self.end()


class Heart:
    """Keeps a worker's leases and ends the bodies that have to end."""

    def __init__(self, conninfo: str, dispatcher: Dispatcher) -> None:
        """``conninfo`` logs in as sb_dispatch, at the server itself or any pooler."""
        self._line = Line(conninfo, cut_off_after=dispatcher.lease)
        self._beaten_at = time.monotonic()
        self._dispatcher = dispatcher
        self._held: dict[UUID, Held] = {}
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self.refusal: LoginRefusedError | None = None
        """The error of a refused login, which waiting does not mend."""
        self._thread = threading.Thread(target=self._run, name="heart", daemon=True)

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def stop(self) -> None:
        """Stop the thread; the leases then expire."""
        self._stop.set()
        self._thread.join()

    @property
    def is_silent(self) -> bool:
        """True if the last heartbeat is older than the lease: others take this worker for dead."""
        return time.monotonic() - self._beaten_at > self._dispatcher.lease

    def let_go(self) -> None:
        """End all bodies: other workers have taken over their jobs, or soon will."""
        with self._lock:
            held = list(self._held.values())
        for each in held:
            each.tell("silent")

    @contextmanager
    def holding(self, claim: Claim, job: RunningJob) -> Iterator[Held]:
        """Keep the lease during the block; cancel the current task when the job has to end."""
        task = asyncio.current_task()
        loop = asyncio.get_running_loop()
        if task is None:
            raise RuntimeError("a job runs in a task")
        dies_at = math.inf  # an isolated process is killed on its own
        if not claim.is_isolated:
            left = (claim.deadline_at - datetime.now(UTC)).total_seconds()
            dies_at = time.monotonic() + left + GRACE
        held = Held(claim, job, lambda: loop.call_soon_threadsafe(task.cancel), dies_at)
        with self._lock:
            self._held[claim.job_id] = held
        try:
            yield held
        finally:
            with self._lock:
                self._held.pop(claim.job_id, None)

    def _run(self) -> None:
        while not self._stop.wait(self._dispatcher.lease / BEATS):
            with self._lock:
                held = list(self._held.values())
            self._end_what_hangs(held)
            try:
                verdicts = self._beat(held)
            except DATABASE_ERRORS as error:
                # The leases last for two more beats; the loop reports it better.
                log.debug("no heartbeat: %s", named(error))
                self._note_refusal(error)
                self._line.close()
                continue
            self.refusal = None
            self._beaten_at = time.monotonic()
            for each in held:
                if verdict := verdicts.get(each.claim.job_id):
                    each.tell(verdict)
        self._line.close()

    def _beat(self, held: list[Held]) -> dict[UUID, Verdict]:
        verdicts = self._line.call(
            _STATEMENTS["beat"],
            worker=self._dispatcher.worker_id,
            orgs=[each.claim.org_id for each in held],
            jobs=[each.claim.job_id for each in held],
            leases=[each.claim.lease_token for each in held],
            tokens=[each.job.spent for each in held],
        )
        return dict(verdicts)

    def _note_refusal(self, error: Exception) -> None:
        if isinstance(error, LoginRefusedError):
            if self.refusal is None:
                log.error("no heartbeat: %s", error)
            self.refusal = error

    def _end_what_hangs(self, held: list[Held]) -> None:
        hanging = [each for each in held if time.monotonic() > each.dies_at]
        if not hanging:
            return
        for each in hanging:
            what = (each.claim.job_type, each.claim.job_id)
            log.critical("%s %s: the body does not end; the worker does", *what)
        try:
            self._blame(hanging, [each for each in held if each not in hanging])
        except DATABASE_ERRORS as error:
            # All jobs of this worker become suspects.
            log.debug("the hanging jobs could not be reported: %s", named(error))
        os._exit(HANGS)

    def _blame(self, hanging: list[Held], others: list[Held]) -> None:
        """Report the hanging bodies as crashed; release the other jobs, which counts no attempt."""
        for each in hanging:
            self._line.call(_STATEMENTS["crashed"], **_lease(each), error={"reason": HANGING})
        for each in others:
            self._line.call(_STATEMENTS["release"], **_lease(each))


def _lease(held: Held) -> dict[str, Any]:
    claim = held.claim
    return {
        "org": claim.org_id,
        "job": claim.job_id,
        "lease": claim.lease_token,
        "tokens": held.job.spent,
    }
