"""The gateway's tests again through PgBouncer in transaction mode, where clients share sessions."""

from __future__ import annotations

import asyncio
from typing import Any

import psycopg
import pytest
from psycopg import AsyncConnection, AsyncCursor, Error
from psycopg.errors import InvalidAuthorizationSpecification

from sealedbid.core.repository import clients
from sealedbid.platform.errors import SealedbidError
from sealedbid.platform.postgres import Gateway
from sealedbid.platform.postgres.errors import SessionNotCleanError
from tests.fixtures.leftovers import SETTINGS, STATEMENTS, next_tenant_works
from tests.fixtures.people import World
from tests.fixtures.pgbouncer import SERVER_CONNECTIONS
from tests.fixtures.server import Installation

pytestmark = pytest.mark.full

OPEN = "select seal.open('session', %s, %s)"


async def backends(gateway: Gateway, world: World) -> set[int]:
    """Process ids of the server that transactions of B meet just now."""
    meeting = asyncio.Barrier(SERVER_CONNECTIONS)

    async def one() -> int:
        async with gateway.sealed("session", world.b.viewer.proof, world.b.id) as tx:
            pid: int = await tx.value("select pg_backend_pid()")
            await meeting.wait()
            return pid

    return set(await asyncio.gather(*(one() for _ in range(SERVER_CONNECTIONS))))


async def test_many_transactions_of_two_tenants_never_mix(
    pooled: Installation, own_world: World
) -> None:
    async with pooled.gateway("sb_api", pool_min_size=8, pool_max_size=8) as gateway:
        seen: set[int] = set()

        async def request(number: int) -> None:
            organization = (own_world.a, own_world.b)[number % 2]
            proof = organization.member.proof
            async with gateway.sealed("session", proof, organization.id) as tx:
                seen.add(await tx.value("select pg_backend_pid()"))
                await clients.add(tx, name=f"{organization.name} {number}")
                names = [client.name for client in await clients.page(tx, limit=1000)]
                assert all(name.startswith(organization.name) for name in names)

        await asyncio.gather(*(request(number) for number in range(300)))
    assert 1 <= len(seen) <= SERVER_CONNECTIONS


def test_a_context_is_not_good_in_the_next_transaction(pooled: Installation, world: World) -> None:
    with psycopg.connect(pooled.conninfo("sb_api"), prepare_threshold=None) as api:
        api.execute(OPEN, (world.a.owner.proof, world.a.id))
        row = api.execute("select current_setting('seal.context')").fetchone()
        api.commit()
        assert row is not None
        for context in (row[0], row[0].replace(str(world.a.id), str(world.b.id))):
            api.execute("select set_config('seal.context', %s, false)", (context,))
            with pytest.raises(InvalidAuthorizationSpecification):
                api.execute("select * from public.organizations")
            api.rollback()


@pytest.mark.parametrize("statement", STATEMENTS)
async def test_a_whole_statement_leaves_nothing(
    pooled: Installation, own_world: World, statement: str
) -> None:
    async with pooled.gateway("sb_api", pool_min_size=1, pool_max_size=4) as gateway:
        for _ in range(2 * SERVER_CONNECTIONS):
            with pytest.raises((Error, SealedbidError)):
                async with gateway.sealed(
                    "session", own_world.a.member.proof, own_world.a.id
                ) as tx:
                    await tx.run(statement)
        for _ in range(2 * SERVER_CONNECTIONS):
            await next_tenant_works(gateway, own_world)


@pytest.mark.parametrize("setting", SETTINGS)
async def test_a_setting_left_by_a_select_is_gone(
    pooled: Installation, own_world: World, setting: str
) -> None:
    async with pooled.gateway("sb_api", pool_min_size=1, pool_max_size=4) as gateway:
        for _ in range(2 * SERVER_CONNECTIONS):
            try:
                async with gateway.sealed(
                    "session", own_world.a.member.proof, own_world.a.id
                ) as tx:
                    await tx.value(
                        "select set_config(%(name)s, %(value)s, false)",
                        name=setting,
                        value=SETTINGS[setting],
                    )
            except (Error, SealedbidError):
                pass  # the client that sets it may suffer
        for _ in range(2 * SERVER_CONNECTIONS):
            await next_tenant_works(gateway, own_world)


async def test_a_server_session_that_is_not_clean_is_dropped_and_not_handed_on(
    pooled: Installation, own_world: World
) -> None:
    """Closing our side between transactions would leave it to the next client."""
    async with pooled.gateway("sb_api", pool_min_size=1, pool_max_size=4) as gateway:
        before = await backends(gateway, own_world)
        left = [await leave(pooled, "prepare loot as select 1") for _ in range(6)]
        spoilt = before & set(left)
        assert spoilt
        for _ in range(SERVER_CONNECTIONS):
            try:
                await next_tenant_works(gateway, own_world)
            except SessionNotCleanError:
                continue  # both tries met one; both are gone now
        await next_tenant_works(gateway, own_world)
        assert not spoilt & await backends(gateway, own_world)


async def leave(pooled: Installation, statement: str) -> int:
    """Leave something in a session of the server, by the simple protocol and past the gateway."""
    connection: AsyncConnection[Any] = await AsyncConnection.connect(
        pooled.conninfo("sb_api"), autocommit=True, prepare_threshold=None
    )
    async with connection:
        cursor = AsyncCursor(connection)
        await cursor.execute("begin")
        await cursor.execute("select pg_backend_pid()")
        row = await cursor.fetchone()
        try:
            await cursor.execute(statement)
            await cursor.execute("commit")
        except Error:
            await cursor.execute("rollback")  # this session has it already
        assert row is not None
        pid: int = row[0]
        return pid
