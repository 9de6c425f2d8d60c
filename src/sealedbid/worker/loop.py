"""The worker's loop claims and runs jobs until it is told to stop."""

from __future__ import annotations

import asyncio
import logging
import os
import random
import signal
import time
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from sealedbid.platform.postgres import Gateway
from sealedbid.platform.postgres.errors import DatabaseUnreachableError
from sealedbid.platform.postgres.faults import is_gone
from sealedbid.system.jobs.handler import Handler
from sealedbid.worker.attempt import AWAY, UNSAID, Attempt
from sealedbid.worker.dispatch import Dispatcher
from sealedbid.worker.faults import step_over
from sealedbid.worker.heart import BEATS, HANGS, Heart
from sealedbid.worker.isolated import Isolation
from sealedbid.worker.metrics import CLAIMS, RESCUED, RUNNING, UNKNOWN
from sealedbid.worker.schedules import fire_due_schedules
from sealedbid.worker.waking import Waker

log = logging.getLogger("sealedbid.worker")

TICK = 1.0
"""Seconds between two rounds of maintenance, give or take a quarter.

A worker that is notified of work looks as often; others look every ``poll`` seconds.
"""
LINGER = 0.004
"""Seconds for which a full worker waits for more free places, to claim several jobs at once."""
ENDING = 5.0
"""Seconds for which a cancelled body may go on before the process ends."""


class Loop:
    """Claims jobs for free places and sees every claimed job to its end."""

    def __init__(
        self,
        dispatcher: Dispatcher,
        gateway: Gateway,
        heart: Heart,
        isolation: Isolation,
        waker: Waker,
        handlers: Mapping[str, Handler[Any]],
        concurrency: int,
    ) -> None:
        self.dispatcher = dispatcher
        self.gateway = gateway
        self.heart = heart
        self.isolation = isolation
        self.waker = waker
        self.handlers = handlers
        self.concurrency = concurrency
        self.running: dict[asyncio.Task[None], Attempt] = {}
        self.stopping = asyncio.Event()
        self.hurrying = asyncio.Event()
        self.places = 0
        """Number of tasks finished since the last reap."""
        self.owed: list[tuple[Attempt, str]] = []
        """Attempts whose end is not recorded yet, with the reason; the database still runs them.
        """
        self.aside = 0
        """Number of rows set aside, as of the last maintenance round."""
        self.beside: list[asyncio.Task[None]] = []

    async def run(
        self, *, poll: float, until_idle: bool, patience: float, grace: float | None
    ) -> None:
        """Work until told to stop; run_worker explains the times."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._stop)
        others = (self.waker.run(), self._watch(), self._keep())
        self.beside = [asyncio.create_task(each) for each in others]
        try:
            await self._work(poll=poll, until_idle=until_idle, patience=patience)
            await self._end_what_runs(grace)
            await self.dispatcher.leave()
        finally:
            for number in (signal.SIGTERM, signal.SIGINT):
                loop.remove_signal_handler(number)
            for task in self.beside:
                task.cancel()
            await asyncio.gather(*self.beside, return_exceptions=True)

    def _stop(self) -> None:
        """Stop claiming at the first signal; at the second cancel and release what runs."""
        if self.stopping.is_set():
            self.hurrying.set()
        self.stopping.set()
        self.waker.woken.set()

    async def _end_what_runs(self, grace: float | None) -> None:
        """Wait ``grace`` seconds for running bodies; then cancel them, which counts no attempt."""
        hurry = asyncio.ensure_future(self.hurrying.wait())
        until = None if grace is None else time.monotonic() + grace
        while self.running and not hurry.done():
            left = None if until is None else max(0.0, until - time.monotonic())
            await asyncio.wait({hurry, *self.running}, timeout=left, return_when="FIRST_COMPLETED")
            self._reap()
            if left == 0.0:
                break
        hurry.cancel()
        for task in self.running:
            task.cancel()
        if self.running:
            await asyncio.wait(self.running, timeout=ENDING)
            self._reap()
        if self.running:
            for attempt in self.running.values():
                await attempt.give_back("the body does not end")
            log.critical("%s bodies do not end; the worker does", len(self.running))
            os._exit(HANGS)

    async def _work(self, *, poll: float, until_idle: bool, patience: float) -> None:
        failing_since: float | None = None
        is_first = True
        while not self.stopping.is_set():
            try:
                if is_first:
                    await self._tick()  # before an idle worker ends for want of work
                    is_first = False
                claimed = await self._claim()
                failing_since = None
            except Exception as error:
                now = time.monotonic()
                failing_since = failing_since or now
                is_over = now - failing_since > patience
                if not is_gone(error):
                    if until_idle and is_over:
                        raise  # a command that ends when idle must not retry for ever
                    step_over("claims", error)
                elif is_over:
                    raise DatabaseUnreachableError("The database does not come back.") from error
                else:
                    log.warning("the database is away: trying again")
                await self._wait(1.0)
                continue
            if claimed:
                continue
            if until_idle and not self.running:
                return
            await self._wait(TICK if self.waker.is_listening else poll)

    async def _claim(self) -> int:
        self.waker.woken.clear()
        self._reap()
        if self.heart.is_silent:
            raise self.heart.refusal or DatabaseUnreachableError(
                "No heartbeat arrives: other workers take over the jobs of this one."
            )
        await self._settle()
        free = self.concurrency - len(self.running)
        claims = await self.dispatcher.claim(free) if free > 0 else []
        for claim in claims:
            handler = self.handlers.get(claim.job_type)
            attempt = Attempt(
                claim, handler, self.dispatcher, self.gateway, self.heart, self.isolation
            )
            task = asyncio.create_task(self._attempt(attempt))
            task.add_done_callback(self._ended)
            self.running[task] = attempt
            CLAIMS.labels(claim.job_type if handler else UNKNOWN).inc()
        RUNNING.set(len(self.running))
        if len(claims) == free > 0:
            await self.dispatcher.wait(idle=False)
        elif not claims and free > 0 and await self.dispatcher.wait(idle=True):
            return await self._claim()  # a job that came before wait() notifies no worker
        return len(claims)

    async def _settle(self) -> None:
        """Record the attempts whose end could not be recorded when it came."""
        while self.owed:
            attempt, reason = self.owed[-1]
            try:
                await attempt.settle(reason)
            except Exception as error:
                step_over("attempts", error)  # the job's deadline ends the attempt
            self.owed.pop()

    def _ended(self, _task: asyncio.Task[None]) -> None:
        self.places += 1
        self.waker.woken.set()

    async def _attempt(self, attempt: Attempt) -> None:
        try:
            await attempt.run()
        except asyncio.CancelledError:
            await attempt.give_back("the worker is being stopped")

    async def _watch(self) -> None:
        """End all bodies when no heartbeat arrives, whatever the loop is waiting for."""
        while True:
            await asyncio.sleep(self.dispatcher.lease / BEATS)
            if self.heart.is_silent:
                self.heart.let_go()

    async def _keep(self) -> None:
        """Run maintenance rounds beside the claims."""
        while True:
            await asyncio.sleep(TICK * random.uniform(0.75, 1.25))
            try:
                await self._tick()
            except Exception as error:
                if not is_gone(error):
                    raise  # _tick raises nothing else: the loop ends with it

    async def _tick(self) -> None:
        """Run one maintenance round. Raises only errors that say that the database is gone."""
        try:
            await fire_due_schedules(self.dispatcher)
        except Exception as error:
            step_over("schedules", error)
        try:
            done = await self.dispatcher.tick()
        except Exception as error:
            step_over("maintenance", error)
            return
        if done and done.aside != self.aside:
            self.aside = done.aside
            log.warning("%s rows are set aside by maintenance: sealedbid jobs stats", done.aside)
        if done and done.rescued:
            RESCUED.inc(done.rescued)
            log.warning("%s jobs of workers that stopped answering wait again", done.rescued)

    def _reap(self) -> None:
        """Drop finished tasks. Re-raise errors, except a lost database, which the loop retries."""
        for task in self.beside:
            if task.done():
                task.result()  # raises the error that ended the task
        self.places = 0
        for task in [task for task in self.running if task.done()]:
            attempt = self.running.pop(task)
            error = task.exception()
            if is_gone(error):
                self.owed.append((attempt, AWAY))
            elif isinstance(error, Exception):
                step_over("attempts", error)
                self.owed.append((attempt, UNSAID))
            elif error is not None:
                raise error

    async def _wait(self, seconds: float) -> None:
        """Wait until a body ends, a notification comes, or the time is over."""
        is_full = len(self.running) == self.concurrency
        await self._sign(seconds)
        until = time.monotonic() + LINGER
        while is_full and self.places < self.concurrency // 2 and not self.stopping.is_set():
            left = until - time.monotonic()
            if left <= 0:
                break
            self.waker.woken.clear()
            await self._sign(left)

    async def _sign(self, seconds: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self.waker.woken.wait()
