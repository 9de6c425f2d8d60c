"""An idle worker is woken, and a busy one is not; behind a pooler it polls."""

from __future__ import annotations

import asyncio
from uuid import UUID

import psycopg
import pytest
from pydantic import SecretStr

from sealedbid.platform.postgres import Transaction
from sealedbid.system.jobs.handler import job
from sealedbid.system.jobs.running import RunningJob
from sealedbid.worker.run import run_worker
from sealedbid.worker.waking import Waker
from tests.fixtures.agencies import wait_for
from tests.fixtures.people import World
from tests.fixtures.server import Installation
from tests.worker.bodies import EFFECT, Said
from tests.worker.yard import Yard


@pytest.mark.full
async def test_a_worker_is_woken(yard: Yard) -> None:
    """Without a notification the worker would look again in an hour."""
    with yard.process(TEST_TICK="3600"):
        for _ in range(5):
            await yard.until(await yard.ask("test.echo"), "done")


@pytest.mark.full
async def test_nobody_is_told_while_no_worker_waits(yard: Yard) -> None:
    """Every commit that notifies waits for every other that does."""
    told: list[psycopg.Notify] = []
    yard.behind("delete from queue.workers")  # a killed worker still seems to wait
    with yard.installation.as_superuser() as listener:
        listener.add_notify_handler(told.append)
        listener.execute("listen sealedbid_jobs")
        with yard.process("--concurrency", "1") as process:
            ours = await yard.ask("test.sleeps")
            await wait_for(process, "sleeping")
            while yard.behind("select from queue.workers where is_idle"):
                await asyncio.sleep(0.02)
            listener.execute("select 1")
            told.clear()
            waiting = [await yard.ask("test.echo", by=yard.world.b) for _ in range(5)]
            listener.execute("select 1")
            assert told == []
            yard.behind("update public.jobs set cancel_requested = true where id = %s", ours)
            for job in waiting:
                await yard.until(job, "done")
            await asyncio.sleep(0.5)
            await yard.until(await yard.ask("test.echo"), "done")
            listener.execute("select 1")
        # One worker waited by then, and got a single notification.
        assert {(notify.channel, notify.payload) for notify in told} == {("sealedbid_jobs", "")}


@pytest.mark.full
async def test_a_worker_behind_a_pooler_polls(
    pooled: Installation, installation: Installation
) -> None:
    """LISTEN there would reach another client's session."""
    waker = Waker(pooled.conninfo("sb_dispatch"), keeps_session=False)
    await asyncio.wait_for(waker.run(), 10)
    assert not waker.is_listening
    direct = Waker(installation.conninfo("sb_dispatch"), keeps_session=False)
    listening = asyncio.create_task(direct.run())
    try:
        await asyncio.wait_for(direct.woken.wait(), 10)
        assert direct.is_listening
    finally:
        listening.cancel()


@pytest.mark.full
@pytest.mark.parametrize("has_session", [False, True], ids=["polling", "listening elsewhere"])
async def test_jobs_of_two_organizations_run_behind_a_pooler(
    pooled: Installation, installation: Installation, own_world: World, has_session: bool
) -> None:
    """In transaction mode, on two connections of the server for each login."""
    settings = pooled.settings
    if has_session:
        url = SecretStr(installation.conninfo("sb_dispatch"))
        settings = settings.model_copy(update={"listen_url": url})

    @job("pooled.effect", Said, one_transaction=True)
    async def effect(running: RunningJob, tx: Transaction, said: Said) -> None:
        await tx.run(EFFECT, name=f"effect of {running.id}")

    asked: dict[UUID, UUID] = {}
    async with pooled.gateway("sb_api") as gateway:
        for organization in (own_world.a, own_world.b):
            proof, org_id = organization.member.proof, organization.id
            async with gateway.sealed("session", proof, org_id) as tx:
                asked |= {(await effect.enqueue(tx, Said())).id: org_id for _ in range(3)}
    await run_worker(
        settings, concurrency=4, until_idle=True, handlers={effect.name: effect}, queues=["pooled"]
    )
    with installation.as_superuser() as behind:
        ended = behind.execute(
            "select j.id, j.org_id, j.status, c.org_id from public.jobs j"
            " join public.clients c on c.name = 'effect of ' || j.id where j.id = any(%s)",
            [list(asked)],
        ).fetchall()
    assert {job_id: org_id for job_id, org_id, *_ in ended} == asked
    assert all(status == "done" and org == of for _, org, status, of in ended)
