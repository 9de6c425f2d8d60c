"""Errors that end a transaction or its connection are raised as our own classes."""

from __future__ import annotations

import pytest
from psycopg.errors import UndefinedTable

from sealedbid.core.repository import clients
from sealedbid.platform.errors import NameTakenError
from sealedbid.platform.postgres import Gateway
from sealedbid.platform.postgres.errors import (
    BusyError,
    DatabaseUnreachableError,
    OutcomeUnknownError,
    TimedOutError,
    TransactionLostError,
)
from tests.fixtures.people import World
from tests.fixtures.server import Installation
from tests.fixtures.tenants import Tenants


async def test_who_waits_too_long_for_a_lock_is_told_to_try_again(
    tenants: Tenants, own_world: World
) -> None:
    async with tenants.as_role(own_world.a) as tx:
        client = await clients.add(tx, name="Alder")
    lock = "select 1 from public.clients where org_id = %(org_id)s and id = %(id)s for update"
    async with tenants.as_role(own_world.a) as holder:
        await holder.run(lock, id=client.id)
        with pytest.raises(BusyError, match="try again"):
            async with tenants.as_role(own_world.a) as tx:
                await tx.run(f"{lock} nowait", id=client.id)


async def test_a_statement_that_takes_too_long_costs_the_connection(
    installation: Installation, world: World
) -> None:
    async with installation.gateway("sb_api", pool_min_size=1, pool_max_size=1) as gateway:
        before = await _backend(gateway, world)
        with pytest.raises(TimedOutError, match="took too long"):
            async with gateway.sealed("session", world.a.viewer.proof, world.a.id) as tx:
                await tx.value("select set_config('statement_timeout', '20', true)")
                await tx.value("select pg_sleep(5)")
        assert await _backend(gateway, world) != before


async def test_after_a_refusal_the_transaction_is_over(tenants: Tenants, own_world: World) -> None:
    with pytest.raises(TransactionLostError):
        async with tenants.as_role(own_world.a) as tx:
            await clients.add(tx, name="Alder")
            with pytest.raises(NameTakenError):
                await clients.add(tx, name="Alder")
            await clients.page(tx)


async def _backend(gateway: Gateway, world: World) -> int:
    async with gateway.sealed("session", world.b.viewer.proof, world.b.id) as tx:
        pid: int = await tx.value("select pg_backend_pid()")
        return pid


@pytest.mark.parametrize("ends", ["in a statement", "at the commit"])
async def test_a_connection_that_breaks_is_the_database_away(
    ends: str, installation: Installation, world: World
) -> None:
    """At the commit nobody knows whether it was done, and a retry may do it twice."""
    async with installation.gateway("sb_api", pool_min_size=1, pool_max_size=1) as gateway:
        with pytest.raises(DatabaseUnreachableError) as caught:
            async with gateway.sealed("session", world.a.viewer.proof, world.a.id) as tx:
                pid = await tx.value("select pg_backend_pid()")
                with installation.as_superuser() as behind:
                    behind.execute("select pg_terminate_backend(%s, 5000)", [pid])
                if ends == "in a statement":
                    await tx.value("select 1")
        assert isinstance(caught.value, OutcomeUnknownError) == (ends == "at the commit")


async def test_wrong_sql_stays_a_bug(tenants: Tenants, world: World) -> None:
    with pytest.raises(UndefinedTable):
        async with tenants.as_role(world.a) as tx:
            await tx.value("select name from public.no_such_table")
