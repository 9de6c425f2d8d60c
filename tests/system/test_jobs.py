"""Jobs: enqueued by tenants, claimed by the dispatcher, done under their lease."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from sealedbid.platform.errors import NotAllowedError, ValueRefusedError
from sealedbid.platform.postgres import Gateway, Rank
from sealedbid.platform.postgres.errors import CredentialRefusedError, LeaseLostError
from sealedbid.system.errors import DuplicateJobError
from sealedbid.system.jobs.repository import jobs
from tests.db.contexts import CLAIM
from tests.fixtures.people import World
from tests.fixtures.server import Installation
from tests.fixtures.tenants import Tenants


def claim(installation: Installation, job_id: UUID, lease: str = "1 minute") -> Any:
    """Claim until this job comes; other jobs of the shared database are released."""
    with installation.connect("sb_dispatch") as dispatch:
        claimed = dispatch.execute(CLAIM, [lease]).fetchall()
        for org_id, other, token in claimed:
            if other != job_id:
                dispatch.execute(
                    "select queue.fail(%s, %s, %s, null, interval '1 day')", (org_id, other, token)
                )
    return next(token for _, other, token in claimed if other == job_id)


async def test_another_organizations_jobs_are_not_there(tenants: Tenants, own_world: World) -> None:
    async with tenants.as_role(own_world.b) as tx:
        theirs = await jobs.enqueue(tx, "draft", {"brief": "secret"})
    async with tenants.as_role(own_world.a, "owner") as tx:
        assert await jobs.latest(tx) == []
        assert await jobs.get(tx, theirs.id) is None


async def test_a_viewer_does_not_ask_for_work(tenants: Tenants, world: World) -> None:
    with pytest.raises(NotAllowedError):
        async with tenants.as_role(world.a, "viewer") as tx:
            await jobs.enqueue(tx, "draft", {})


@pytest.mark.parametrize("job_type", ["system.purge", "billing.sync", "system"])
async def test_reserved_types_are_not_for_tenants(
    tenants: Tenants, world: World, job_type: str
) -> None:
    with pytest.raises(NotAllowedError):
        async with tenants.as_role(world.a, "owner") as tx:
            await jobs.enqueue(tx, job_type, {})


async def test_a_type_must_be_a_name(tenants: Tenants, world: World) -> None:
    with pytest.raises(ValueRefusedError) as caught:
        async with tenants.as_role(world.a) as tx:
            await jobs.enqueue(tx, "Draft; drop", {})
    assert caught.value.constraint == "jobs_type_is_a_name"


async def test_a_unique_job_waits_once(tenants: Tenants, own_world: World) -> None:
    async with tenants.as_role(own_world.b) as tx:
        await jobs.enqueue(tx, "draft", {}, unique_key="proposal 7")
    async with tenants.as_role(own_world.a) as tx:
        await jobs.enqueue(tx, "draft", {}, unique_key="proposal 7")
    with pytest.raises(DuplicateJobError) as caught:
        async with tenants.as_role(own_world.a) as tx:
            await jobs.enqueue(tx, "draft", {}, unique_key="proposal 7")
    assert caught.value.constraint == "jobs_unique_key"


async def test_a_job_is_done_once_under_its_lease(
    tenants: Tenants, own_world: World, worker_gateway: Gateway, installation: Installation
) -> None:
    async with tenants.as_role(own_world.a) as tx:
        job = await jobs.enqueue(tx, "draft", {"proposal": 7})
    lease = claim(installation, job.id)
    async with worker_gateway.sealed_job(job.id, lease, own_world.a.id) as tx:
        assert tx.rank == Rank.MEMBER
        mine = await jobs.get(tx, job.id)
        assert mine is not None
        assert mine.payload == {"proposal": 7}
        await jobs.finish(tx, lease=lease, result={"sections": 5}, tokens=120)
    async with tenants.as_role(own_world.a, "viewer") as tx:
        done = await jobs.get(tx, job.id)
    assert done is not None
    assert (done.status, done.result, done.actual_tokens) == ("done", {"sections": 5}, 120)
    with pytest.raises(CredentialRefusedError):
        async with worker_gateway.sealed_job(job.id, lease, own_world.a.id):
            pass


async def test_effects_roll_back_when_the_lease_is_lost(
    tenants: Tenants, own_world: World, worker_gateway: Gateway, installation: Installation
) -> None:
    async with tenants.as_role(own_world.a) as tx:
        job = await jobs.enqueue(tx, "draft", {})
    lease = claim(installation, job.id)
    with pytest.raises(LeaseLostError):
        async with worker_gateway.sealed_job(job.id, lease, own_world.a.id) as tx:
            await jobs.enqueue(tx, "follow_up", {})
            with installation.connect("sb_dispatch") as dispatch:
                dispatch.execute(
                    "select queue.fail(%s, %s, %s, %s, null)",
                    (own_world.a.id, job.id, lease, json.dumps({"message": "rescued"})),
                )
            await jobs.finish(tx, lease=lease, result={})
    async with tenants.as_role(own_world.a) as tx:
        assert [found.status for found in await jobs.latest(tx)] == ["dead"]


async def test_what_is_asked_for_goes_with_its_transaction(
    tenants: Tenants, own_world: World
) -> None:
    with pytest.raises(ZeroDivisionError):
        async with tenants.as_role(own_world.a) as tx:
            await jobs.enqueue(tx, "draft", {})
            await jobs.enqueue_many(tx, "draft", [{}, {}])
            raise ZeroDivisionError
    async with tenants.as_role(own_world.a) as tx:
        assert await jobs.latest(tx) == []


async def test_many_are_asked_for_at_once(tenants: Tenants, own_world: World) -> None:
    later = datetime(2100, 1, 1, tzinfo=UTC)
    with pytest.raises(NotAllowedError):
        async with tenants.as_role(own_world.a, "viewer") as tx:
            await jobs.enqueue_many(tx, "draft", [{}])
    async with tenants.as_role(own_world.b) as tx:
        assert await jobs.enqueue_many(tx, "draft", [{"brief": "theirs"}]) == 1
    async with tenants.as_role(own_world.a) as tx:
        payloads = [{"n": number} for number in range(5)]
        assert await jobs.enqueue_many(tx, "draft", payloads, priority=7) == 5
        assert await jobs.enqueue_many(tx, "later", [{}], run_at=later, max_tokens=9) == 1
        assert await jobs.enqueue_many(tx, "draft", []) == 0
    async with tenants.as_role(own_world.a, "viewer") as tx:
        asked = sorted(await jobs.latest(tx), key=lambda job: job.id)
    assert [job.payload for job in asked] == [*payloads, {}]
    assert [(job.status, job.priority) for job in asked[:5]] == [("queued", 7)] * 5
    assert (asked[5].status, asked[5].run_at) == ("scheduled", later)
