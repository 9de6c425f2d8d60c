"""The worker's loop: rescue, claim, run, until it is told to stop."""

from __future__ import annotations

import asyncio
import logging
import signal
import time
from collections.abc import Mapping

from sealedbid.isolation.audit import refuse_unsealed
from sealedbid.platform.config import Settings
from sealedbid.platform.postgres import Gateway, open_pool
from sealedbid.platform.postgres.errors import DatabaseUnreachableError
from sealedbid.platform.postgres.logins import login_conninfo
from sealedbid.worker.attempt import attempt, is_gone
from sealedbid.worker.dispatch import Dispatcher
from sealedbid.worker.handlers import HANDLERS, Handler
from sealedbid.worker.keeper import kept_up

log = logging.getLogger("sealedbid.worker")


async def run_worker(
    settings: Settings,
    *,
    concurrency: int = 2,
    lease: float = 30.0,
    poll: float = 0.2,
    until_idle: bool = False,
    patience: float = 60.0,
    handlers: Mapping[str, Handler] = HANDLERS,
) -> None:
    """Run jobs until SIGTERM or SIGINT, or (``until_idle``) until none is ready.

    Times in seconds: ``lease`` is what a job's worker has to stay alive within, ``patience`` how
    long the database may be away. Raises DatabaseUnreachableError after that, UnsafeLoginError, and
    UnsealedError where the audit of the database has errors.
    """
    await refuse_unsealed(login_conninfo(settings, "sb_worker"))
    control = await open_pool(login_conninfo(settings, "sb_dispatch"), settings, name="dispatch")
    try:
        bodies = await open_pool(login_conninfo(settings, "sb_worker"), settings, name="worker")
        try:
            worker = _Worker(
                Dispatcher(control, lease=lease), Gateway(bodies), handlers, concurrency
            )
            async with kept_up(settings):
                await worker.run(poll=poll, until_idle=until_idle, patience=patience)
        finally:
            await bodies.close()
    finally:
        await control.close()


class _Worker:
    def __init__(
        self,
        dispatcher: Dispatcher,
        gateway: Gateway,
        handlers: Mapping[str, Handler],
        concurrency: int,
    ) -> None:
        self.dispatcher = dispatcher
        self.gateway = gateway
        self.handlers = handlers
        self.concurrency = concurrency
        self.running: set[asyncio.Task[None]] = set()
        self.stopping = asyncio.Event()

    async def run(self, *, poll: float, until_idle: bool, patience: float) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self.stopping.set)
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
                claimed = 0
            if until_idle and away_since is None and not claimed and not self.running:
                return
            await self._wait(poll if away_since is None else 1.0)
        # Work that has begun is ended, not thrown away.
        if self.running:
            await asyncio.wait(self.running)
        self._reap()

    async def _claim(self) -> int:
        self._reap()
        await self.dispatcher.rescue()
        free = self.concurrency - len(self.running)
        claims = await self.dispatcher.claim(free) if free > 0 else []
        for claim in claims:
            handler = self.handlers.get(claim.job_type)
            body = attempt(claim, handler, self.dispatcher, self.gateway)
            self.running.add(asyncio.create_task(body))
        return len(claims)

    def _reap(self) -> None:
        """Let go of what has ended; that the database went is for the loop to wait out."""
        ended = {task for task in self.running if task.done()}
        self.running -= ended
        for task in ended:
            error = task.exception()
            if is_gone(error):
                log.warning("the database went in mid-job: its lease will end")
            elif error is not None:
                raise error

    async def _wait(self, seconds: float) -> None:
        """Until something ends, a signal comes, or the time is over."""
        stop = asyncio.ensure_future(self.stopping.wait())
        await asyncio.wait({stop, *self.running}, timeout=seconds, return_when="FIRST_COMPLETED")
        stop.cancel()
