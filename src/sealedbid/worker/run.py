"""A worker is its connections, its heart, and its loop."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from typing import Any

from sealedbid.isolation.audit import refuse_unsealed
from sealedbid.platform.config import Settings
from sealedbid.platform.embedded.keeper import kept_up
from sealedbid.platform.migrations.development import refuse_development_schema
from sealedbid.platform.postgres import Gateway, open_pool
from sealedbid.platform.postgres.logins import login_conninfo
from sealedbid.platform.postgres.pool import check_login
from sealedbid.system.jobs.handler import Handler
from sealedbid.worker.dispatch import Dispatcher
from sealedbid.worker.forks import kept_from_children
from sealedbid.worker.heart import Heart
from sealedbid.worker.isolated import Isolation
from sealedbid.worker.loop import Loop
from sealedbid.worker.metrics import served
from sealedbid.worker.registry import find_handlers
from sealedbid.worker.waking import Waker


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
    grace: float | None = None,
    handlers: Mapping[str, Handler[Any]] | None = None,
) -> None:
    """Run jobs until SIGTERM or SIGINT, or (``until_idle``) until none is ready.

    Times are in seconds: after ``lease`` without a heartbeat other workers take over this worker's
    jobs, ``patience`` is how long the database may be away, ``grace`` how long running bodies may
    go on after the first signal (None means until they end, or a second signal comes). Without
    ``handlers`` they are the product's. Raises DatabaseUnreachableError, UnsafeLoginError,
    DevelopmentVersionError, and UnsealedError if the audit has errors.
    """
    handlers = find_handlers() if handlers is None else handlers
    bodies = settings.model_copy(update={"pool_max_size": concurrency, "pool_min_size": 1})
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(kept_up(settings))
        login = login_conninfo(settings, "sb_worker")
        await asyncio.to_thread(refuse_development_schema, login)
        await refuse_unsealed(login)
        control = login_conninfo(settings, "sb_dispatch")
        dispatch_pool = await open_pool(control, settings, name="dispatch")
        stack.push_async_callback(dispatch_pool.close)
        session = settings.listen_url.get_secret_value() if settings.listen_url else None
        if session is not None:
            await check_login(session, settings, name="listen")
        conninfo = login_conninfo(settings, "sb_worker")
        pool = await open_pool(conninfo, bodies, name="worker")
        stack.push_async_callback(pool.close)
        stack.enter_context(served(control, metrics_port, list(handlers)))
        stack.enter_context(kept_from_children())
        dispatcher = Dispatcher(
            dispatch_pool,
            lease=lease,
            deadlines={name: handler.deadline for name, handler in handlers.items()},
            queues=queues,
            kept_days=settings.jobs_kept_days,
        )
        await dispatcher.register()
        heart = Heart(session or control, dispatcher)
        heart.start()
        stack.push_async_callback(asyncio.to_thread, heart.stop)
        waker = Waker(session or control, keeps_session=session is not None)
        isolation = Isolation(conninfo, settings)
        worker = Loop(dispatcher, Gateway(pool), heart, isolation, waker, handlers, concurrency)
        await worker.run(poll=poll, until_idle=until_idle, patience=patience, grace=grace)
