"""The worker's loop: claim, run, until it is told to stop."""

from __future__ import annotations

import asyncio
import logging
import signal
import time
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from typing import Any

from sealedbid.isolation.audit import refuse_unsealed
from sealedbid.platform.config import Settings
from sealedbid.platform.postgres import Gateway, open_pool
from sealedbid.platform.postgres.errors import DatabaseUnreachableError
from sealedbid.platform.postgres.logins import login_conninfo
from sealedbid.system.handlers import Handler
from sealedbid.worker.attempt import Attempt, is_gone
from sealedbid.worker.dispatch import Dispatcher
from sealedbid.worker.handlers import HANDLERS
from sealedbid.worker.heart import Heart
from sealedbid.worker.keeper import kept_up
from sealedbid.worker.metrics import CLAIMS, RESCUED, RUNNING, UNKNOWN, served
from sealedbid.worker.schedules import fire_due_schedules
from sealedbid.worker.waking import Waker

log = logging.getLogger("sealedbid.worker")

POLL_LISTENING = 2.0
"""Seconds between two looks of a worker that is woken; others look every ``poll`` seconds."""
TICK = 1.0
"""Seconds between two rounds of maintenance, give or take."""


async def run_worker(
    settings: Settings,
    *,
    concurrency: int = 2,
    queues: Sequence[str] | None = None,
    lease: float = 30.0,
    metrics_port: int | None = None,
    poll: float = 0.2,
    until_idle: bool = False,
    patience: float = 60.0,
    handlers: Mapping[str, Handler[Any]] = HANDLERS,
) -> None:
    """Run jobs until SIGTERM or SIGINT, or (``until_idle``) until none is ready.

    Times in seconds: ``lease`` is how long this worker may be silent before its jobs are others',
    ``patience`` how long the database may be away. Raises DatabaseUnreachableError after that,
    UnsafeLoginError, and UnsealedError where the audit of the database has errors.
    """
    bodies = settings.model_copy(update={"pool_max_size": concurrency, "pool_min_size": 1})
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(kept_up(settings))
        await refuse_unsealed(login_conninfo(settings, "sb_worker"))
        control = login_conninfo(settings, "sb_dispatch")
        dispatch_pool = await open_pool(control, settings, name="dispatch")
        stack.push_async_callback(dispatch_pool.close)
        pool = await open_pool(login_conninfo(settings, "sb_worker"), bodies, name="worker")
        stack.push_async_callback(pool.close)
        stack.enter_context(served(control, metrics_port))
        dispatcher = Dispatcher(
            dispatch_pool,
            lease=lease,
            deadlines={name: handler.deadline for name, handler in handlers.items()},
            queues=queues,
        )
        await dispatcher.register()
        heart = Heart(control, dispatcher)
        heart.start()
        stack.push_async_callback(asyncio.to_thread, heart.stop)
        waker = Waker(settings.listen_url.get_secret_value() if settings.listen_url else control)
        worker = _Worker(dispatcher, Gateway(pool), heart, waker, handlers, concurrency)
        await worker.run(poll=poll, until_idle=until_idle, patience=patience)


class _Worker:
    def __init__(
        self,
        dispatcher: Dispatcher,
        gateway: Gateway,
        heart: Heart,
        waker: Waker,
        handlers: Mapping[str, Handler[Any]],
        concurrency: int,
    ) -> None:
        self.dispatcher = dispatcher
        self.gateway = gateway
        self.heart = heart
        self.waker = waker
        self.handlers = handlers
        self.concurrency = concurrency
        self.running: dict[asyncio.Task[None], Attempt] = {}
        self.stopping = asyncio.Event()
        self.is_idle = False
        self.ticked_at = float("-inf")

    async def run(self, *, poll: float, until_idle: bool, patience: float) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._stop)
        listening = asyncio.create_task(self.waker.run())
        try:
            await self._work(poll=poll, until_idle=until_idle, patience=patience)
            # Work that has begun is ended, not thrown away.
            if self.running:
                await asyncio.wait(self.running)
            self._reap()
            await self.dispatcher.leave()
        finally:
            for number in (signal.SIGTERM, signal.SIGINT):
                loop.remove_signal_handler(number)
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)

    def _stop(self) -> None:
        """The first signal ends the claiming; the second ends what runs, and gives it back."""
        if self.stopping.is_set():
            for task in self.running:
                task.cancel()
        self.stopping.set()

    async def _work(self, *, poll: float, until_idle: bool, patience: float) -> None:
        away_since: float | None = None
        while not self.stopping.is_set():
            try:
                claimed = await self._claim()
                away_since = None
            except Exception as error:
                if not is_gone(error):
                    raise
                now = time.monotonic()
                away_since = away_since or now
                if now - away_since > patience:
                    raise DatabaseUnreachableError("The database does not come back.") from error
                log.warning("the database is away: trying again")
                await self._wait(1.0)
                continue
            if claimed:
                continue
            if until_idle and not self.running:
                return
            if not self.is_idle and len(self.running) < self.concurrency:
                # Said first, and asked once more: what comes in between wakes us.
                await self.dispatcher.wait(idle=True)
                self.is_idle = True
                continue
            await self._wait(min(POLL_LISTENING, TICK) if self.waker.is_listening else poll)

    async def _claim(self) -> int:
        self._reap()
        self.waker.woken.clear()
        await self._tick()
        free = self.concurrency - len(self.running)
        claims = await self.dispatcher.claim(free) if free > 0 else []
        for claim in claims:
            handler = self.handlers.get(claim.job_type)
            attempt = Attempt(claim, handler, self.dispatcher, self.gateway, self.heart)
            self.running[asyncio.create_task(self._attempt(attempt))] = attempt
            CLAIMS.labels(claim.job_type if handler else UNKNOWN).inc()
        RUNNING.set(len(self.running))
        if self.is_idle and len(claims) == free > 0:
            self.is_idle = False
            await self.dispatcher.wait(idle=False)
        return len(claims)

    async def _attempt(self, attempt: Attempt) -> None:
        try:
            await attempt.run()
        except asyncio.CancelledError:
            await attempt.give_back("the worker is being stopped")

    async def _tick(self) -> None:
        now = time.monotonic()
        if now - self.ticked_at < TICK:
            return
        self.ticked_at = now
        await fire_due_schedules(self.dispatcher)
        if done := await self.dispatcher.tick():
            _, rescued, _, _ = done
            if rescued:
                RESCUED.inc(rescued)
                log.warning("%s jobs were taken back from a worker that stopped answering", rescued)

    def _reap(self) -> None:
        """Let go of what has ended; that the database went is for the loop to wait out."""
        for task in [task for task in self.running if task.done()]:
            del self.running[task]
            error = task.exception()
            if is_gone(error):
                log.warning("the database went in mid-job: its lease will end")
            elif error is not None:
                raise error

    async def _wait(self, seconds: float) -> None:
        """Until something ends, somebody says that there is work, or the time is over."""
        signs = {asyncio.ensure_future(self.stopping.wait())}
        if len(self.running) < self.concurrency:
            signs.add(asyncio.ensure_future(self.waker.woken.wait()))
        await asyncio.wait({*signs, *self.running}, timeout=seconds, return_when="FIRST_COMPLETED")
        for sign in signs:
            sign.cancel()
