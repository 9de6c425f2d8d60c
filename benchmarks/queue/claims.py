"""Claims alone: ours through the worker's own dispatcher, beside an unfair one, in turns."""

from __future__ import annotations

import gc
import random
import time
import uuid
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import psycopg

from benchmarks.queue.backlogs import fill, holding_a_snapshot
from benchmarks.queue.place import Place
from benchmarks.queue.sizes import BATCH, SMALL_EACH, Layout
from sealedbid.platform.postgres import open_pool
from sealedbid.platform.postgres.logins import login_conninfo
from sealedbid.worker.dispatch import Dispatcher

# Whoever asked first is first; all else is as in ours.
FIFO = """
update fifo.jobs j
   set status = 'running', attempt = j.attempt + 1, lease_token = gen_random_uuid(), worker_id = %(worker)s, started_at = now(),
       deadline_at = clock_timestamp() + interval '15 minutes'
 where j.id = any (array(select q.id from fifo.jobs q where q.status = 'queued' order by q.priority, q.id limit %(limit)s
                            for update skip locked))
returning j.org_id, j.id, j.job_type, j.attempt, j.lease_token, j.priority, j.deadline_at
"""
TURN = 25
"""Claims of one kind before it is the other's turn."""
HOUR = 3600.0


@dataclass(slots=True)
class Claimed:
    """What claiming a part of a backlog took."""

    ours: list[float] = field(default_factory=list)
    """Milliseconds of each claim."""
    fifo: list[float] = field(default_factory=list)
    last_small: int | None = None
    """Position, in the order of starting, of the last job of a small organisation."""


class Claimers:
    """Both on a pool of one connection, in one process."""

    def __init__(self, dispatcher: Dispatcher, fifo: psycopg.AsyncConnection[Any]) -> None:
        self._dispatcher = dispatcher
        self._fifo = fifo
        self._worker = uuid.uuid4()

    async def ours(self) -> list[UUID]:
        """Whose jobs it got, in order."""
        return [claim.org_id for claim in await self._dispatcher.claim(BATCH)]

    async def fifo(self) -> list[UUID]:
        """The same of the unfair one."""
        cursor = await self._fifo.execute(FIFO, {"worker": self._worker, "limit": BATCH})
        return [row[0] for row in await cursor.fetchall()]


async def claim(place: Place, layout: Layout, count: int, *, is_held: bool) -> Claimed:
    """Claim so many jobs of each; ``is_held``: while somebody holds a snapshot of before."""
    claimed = Claimed()
    async with AsyncExitStack() as stack:
        admin = await psycopg.AsyncConnection.connect(place.admin, autocommit=True)
        large = await fill(await stack.enter_async_context(admin), layout)
        claimers = await _open_claimers(place, stack)
        if is_held:
            await stack.enter_async_context(holding_a_snapshot(place.admin))
        started: list[UUID] = []
        left = {"ours": count, "fifo": count}
        gc.collect()
        gc.disable()
        try:
            while any(left.values()):
                for kind in random.sample(("ours", "fifo"), 2):
                    times: list[float] = getattr(claimed, kind)
                    for _ in range(TURN):
                        if left[kind] <= 0:
                            left[kind] = 0
                            break
                        begun = time.perf_counter()
                        orgs = await getattr(claimers, kind)()
                        times.append((time.perf_counter() - begun) * 1000)
                        left[kind] -= len(orgs) or left[kind]
                        if kind == "ours":
                            started += orgs
        finally:
            gc.enable()
        if layout.is_skewed:
            small = [position for position, org in enumerate(started, 1) if org != large]
            # Of a claim that did not get to all of them there is no last one.
            if len(small) == (layout.orgs - 1) * SMALL_EACH:
                claimed.last_small = small[-1]
            else:
                claimed.last_small = layout.jobs
    return claimed


async def _open_claimers(place: Place, stack: AsyncExitStack) -> Claimers:
    settings = place.settings.model_copy(update={"pool_max_size": 1})
    pool = await open_pool(login_conninfo(settings, "sb_dispatch"), settings, name="claims")
    stack.push_async_callback(pool.close)
    dispatcher = Dispatcher(pool, lease=HOUR, deadlines={"bench.claimed": 900.0})
    await dispatcher.register()
    fifo = await psycopg.AsyncConnection.connect(
        place.admin, autocommit=True, options="-c synchronous_commit=off"
    )
    await stack.enter_async_context(fifo)
    return Claimers(dispatcher, fifo)
