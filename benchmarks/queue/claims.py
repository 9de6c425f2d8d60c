"""Claims alone: ours by the worker's own dispatcher, beside an unfair one, in turns."""

from __future__ import annotations

import gc
import random
import statistics
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import TypeAlias
from uuid import UUID

import psycopg
from psycopg.conninfo import make_conninfo
from psycopg.rows import class_row

from benchmarks.queue.backlogs import fill, holding_a_snapshot
from benchmarks.queue.place import Place
from benchmarks.queue.sizes import BATCH, SMALL_EACH, Layout
from sealedbid.platform.postgres import open_pool
from sealedbid.platform.postgres.logins import login_conninfo
from sealedbid.worker.dispatch import Claim, Dispatcher

# First come, first served; it writes and returns the same as ours.
FIFO = """
update fifo.jobs j
   set status = 'running', attempt = j.attempt + 1, lease_token = gen_random_uuid(),
       worker_id = %(worker)s, started_at = now(),
       deadline_at = clock_timestamp() + interval '15 minutes'
 where j.id in (select q.id from fifo.jobs q where q.status = 'queued' and q.suspicion = 0
                 order by q.priority, q.id limit %(limit)s for update skip locked)
returning j.org_id, j.id as job_id, j.job_type, j.attempt, j.lease_token, j.priority,
          j.deadline_at, 1::smallint as weight, false as is_isolated
"""
TURN = 25
"""Claims of one kind before the turn of the other."""
WARM = 10
HOUR = 3600.0

Claimer: TypeAlias = Callable[[], Awaitable[list[Claim]]]


@dataclass(slots=True)
class Claimed:
    """Times of claiming a part of a backlog."""

    times: dict[str, list[float]] = field(default_factory=lambda: {"ours": [], "fifo": []})
    """Milliseconds of each claim."""
    last_small: int | None = None
    """Position, in the order of starting, of the last job of a small organization."""

    def mean(self, kind: str) -> float:
        """Mean of all claims except the first few; those that look for lanes count, too."""
        return statistics.fmean(self.times[kind][WARM:])


async def claim(place: Place, layout: Layout, count: int, *, is_held: bool) -> Claimed:
    """Claim ``count`` jobs of each kind, if ``is_held`` while a session holds an old snapshot."""
    async with AsyncExitStack() as stack:
        admin = await psycopg.AsyncConnection.connect(place.admin, autocommit=True)
        large = await fill(await stack.enter_async_context(admin), layout)
        claimers = await _open_claimers(place, stack)
        if is_held:
            await stack.enter_async_context(holding_a_snapshot(place.admin))
        gc.collect()
        gc.disable()
        try:
            claimed, orgs = await _in_turns(claimers, count)
        finally:
            gc.enable()
    if layout.is_skewed:
        small = [position for position, org in enumerate(orgs, 1) if org != large]
        complete = len(small) == (layout.orgs - 1) * SMALL_EACH
        claimed.last_small = small[-1] if complete else layout.jobs
    return claimed


async def _in_turns(claimers: dict[str, Claimer], count: int) -> tuple[Claimed, list[UUID]]:
    """Alternate both on one connection; also returns the organizations of our jobs, in order."""
    claimed = Claimed()
    orgs: list[UUID] = []
    for _ in range(count // (TURN * BATCH)):
        for kind in random.sample(sorted(claimers), 2):
            for _ in range(TURN):
                begun = time.perf_counter()
                claims = await claimers[kind]()
                claimed.times[kind].append((time.perf_counter() - begun) * 1000)
                if kind == "ours":
                    orgs += [claim.org_id for claim in claims]
    return claimed, orgs


async def _open_claimers(place: Place, stack: AsyncExitStack) -> dict[str, Claimer]:
    """Claimers by kind; both wait for no disk, and take connections of the same pool."""
    settings = place.settings.model_copy(update={"pool_max_size": 1})
    login = make_conninfo(
        login_conninfo(settings, "sb_dispatch"), options="-c synchronous_commit=off"
    )
    pool = await open_pool(login, settings, name="claims")
    stack.push_async_callback(pool.close)
    dispatcher = Dispatcher(pool, lease=HOUR, deadlines={"bench.claimed": 900.0})
    worker = await dispatcher.register()

    async def ours() -> list[Claim]:
        return await dispatcher.claim(BATCH)

    async def fifo() -> list[Claim]:
        async with pool.connection() as connection:
            cursor = connection.cursor(row_factory=class_row(Claim))
            await cursor.execute(FIFO, {"worker": worker, "limit": BATCH})
            return await cursor.fetchall()

    return {"ours": ours, "fifo": fifo}
