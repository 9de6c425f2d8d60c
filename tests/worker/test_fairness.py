"""Order of starts, with a real dispatcher on a real backlog: numbers, not times."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator
from uuid import UUID

import pytest
import pytest_asyncio

from sealedbid.platform.postgres import open_pool
from sealedbid.platform.postgres.pool import Pool
from sealedbid.worker.dispatch import Dispatcher
from tests.fixtures.queue import Queue

SMALL, EACH = 99, 10
BACKLOG = 20_000


@pytest_asyncio.fixture
async def pool(queue: Queue) -> AsyncIterator[Pool]:
    pool = await open_pool(
        queue.installation.conninfo("sb_dispatch"), queue.installation.settings, name="dispatch"
    )
    yield pool
    await pool.close()


async def dispatcher(pool: Pool) -> Dispatcher:
    made = Dispatcher(pool, lease=600.0, deadlines={})
    await made.register()
    return made


def fill(queue: Queue) -> tuple[UUID, list[UUID]]:
    """Enqueue a large backlog of one organization, then small ones of others."""
    big, *small = queue.organizations(SMALL + 1)
    queue.fill(big, BACKLOG)
    for org in small:
        queue.fill(org, EACH)
    return big, small


async def starts(workers: list[Dispatcher], limit: int, count: int) -> list[UUID]:
    """The organizations of the first jobs that start, in their order."""
    order: list[UUID] = []
    while len(order) < count:
        for worker in workers:
            order += [claim.org_id for claim in await worker.claim(limit)]
    return order


@pytest.mark.parametrize(
    ("workers", "limit"),
    [
        (1, 20),
        (3, 20),
        pytest.param(1, 7, marks=pytest.mark.full),
        pytest.param(1, 1, marks=pytest.mark.full),
    ],
)
async def test_the_last_small_job_starts_where_it_ought_to(
    queue: Queue, pool: Pool, workers: int, limit: int
) -> None:
    """Ten rounds of a hundred organizations: the thousandth; by first come, first served: last."""
    _, small = fill(queue)
    order = await starts([await dispatcher(pool) for _ in range(workers)], limit, 2_000)
    assert Counter(org for org in order if org in set(small)) == dict.fromkeys(small, EACH)
    last = max(place for place, org in enumerate(order, start=1) if org in set(small))
    assert last <= 1.05 * EACH * (SMALL + 1)


async def test_shares_are_as_the_weights_say(queue: Queue, pool: Pool) -> None:
    orgs = queue.organizations(4)
    for org, weight in zip(orgs, (1, 2, 3, 4), strict=True):
        queue.lane(org, weight=weight)
        queue.fill(org, 1_000)
    order = await starts([await dispatcher(pool)], 20, 1_000)
    got = Counter(order[:1_000])
    for org, weight in zip(orgs, (1, 2, 3, 4), strict=True):
        assert got[org] == pytest.approx(100 * weight, rel=0.05)


async def test_who_comes_while_others_work_is_next(queue: Queue, pool: Pool) -> None:
    big, late = queue.organizations(2)
    queue.fill(big, 1_000)
    worker = await dispatcher(pool)
    assert set(await starts([worker], 10, 100)) == {big}
    queue.fill(late, 1)
    worker._lanes.known_at = float("-inf")  # a second goes by
    assert late in [claim.org_id for claim in await worker.claim(2)]


async def test_every_job_is_claimed_once_by_many_workers(queue: Queue, pool: Pool) -> None:
    orgs = queue.organizations(10)
    for org in orgs:
        queue.fill(org, 60)
    workers = [await dispatcher(pool) for _ in range(4)]
    claimed: list[UUID] = []
    while len(claimed) < 600:
        for worker in workers:
            claimed += [claim.job_id for claim in await worker.claim(13)]
    assert len(set(claimed)) == len(claimed) == 600


@pytest.mark.full
async def test_work_is_found_behind_a_thousand_organizations_whose_work_is_stopped(
    queue: Queue, pool: Pool
) -> None:
    *stopped, free = queue.organizations(1_050)
    queue.behind.execute(
        "insert into public.jobs (org_id, job_type)"
        " select o, 'test.stopped' from unnest(%s::uuid[]) o",
        [stopped],
    )
    with queue.installation.as_owner() as owner:
        owner.execute("select queue.stop_jobs('a test', p_type => 'test.stopped')")
    worker = await dispatcher(pool)
    assert await worker.claim(20) == []
    queue.fill(free, 1)
    found = []
    for _ in range(3):
        worker._lanes.known_at = float("-inf")  # a second goes by
        found += [claim.org_id for claim in await worker.claim(20)]
    assert found == [free]
