"""A session passes from tenant to tenant: the next loses nothing, and the first learns nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from psycopg import AsyncConnection, AsyncCursor, Error

from sealedbid.platform.errors import SealedbidError
from sealedbid.platform.postgres import Gateway
from sealedbid.platform.postgres.errors import SessionNotCleanError
from tests.fixtures.leftovers import SETTINGS, STATEMENTS, next_tenant_works
from tests.fixtures.people import World
from tests.fixtures.server import Installation


@pytest_asyncio.fixture
async def alone(installation: Installation) -> AsyncIterator[Gateway]:
    """A gateway with one connection: every tenant gets the session of the one before."""
    async with installation.gateway(
        "sb_api", pool_min_size=1, pool_max_size=1, prepare_threshold=0
    ) as gateway:
        yield gateway


@pytest.mark.parametrize("swallowed", [False, True], ids=["raised", "swallowed"])
@pytest.mark.parametrize("statement", STATEMENTS)
async def test_a_whole_statement_leaves_nothing(
    alone: Gateway, own_world: World, statement: str, swallowed: bool
) -> None:
    await next_tenant_works(alone, own_world)
    for _ in range(2):
        with pytest.raises((Error, SealedbidError)):
            async with alone.sealed("session", own_world.a.member.proof, own_world.a.id) as tx:
                try:
                    await tx.run(statement)
                except (Error, SealedbidError):
                    if not swallowed:
                        raise
                await tx.value("select seal.rank()")
        await next_tenant_works(alone, own_world)


@pytest.mark.parametrize("statement", STATEMENTS)
async def test_a_stacked_statement_does_not_run(
    alone: Gateway, own_world: World, statement: str
) -> None:
    with pytest.raises(Error) as caught:
        async with alone.sealed("session", own_world.a.member.proof, own_world.a.id) as tx:
            await tx.value(f"select name from public.clients; {statement}")
    assert caught.value.sqlstate == "42601"
    await next_tenant_works(alone, own_world)


@pytest.mark.parametrize("setting", SETTINGS)
async def test_a_setting_left_by_a_select_is_gone(
    alone: Gateway, own_world: World, setting: str
) -> None:
    await next_tenant_works(alone, own_world)
    for _ in range(2):
        try:
            async with alone.sealed("session", own_world.a.member.proof, own_world.a.id) as tx:
                await tx.value(
                    "select set_config(%(name)s, %(value)s, false)",
                    name=setting,
                    value=SETTINGS[setting],
                )
        except (Error, SealedbidError):
            pass  # the tenant that sets it may suffer
        await next_tenant_works(alone, own_world)
        async with alone.sealed("session", own_world.b.viewer.proof, own_world.b.id) as tx:
            left = await tx.value("select current_setting(%(name)s, true)", name=setting)
        assert setting == "seal.context" or left != SETTINGS[setting]


LEFT_IN_THE_SESSION = [
    "prepare loot as select 1",
    'prepare "_pg3_1000" as select 1',
    "begin; declare loot cursor with hold for select 1; commit",
]


async def leave(connection: AsyncConnection[Any], statement: str) -> None:
    """Run past the gateway, by the simple protocol, as if the statement had got through."""
    await AsyncCursor(connection).execute(statement, prepare=False)


@pytest.mark.parametrize("statement", LEFT_IN_THE_SESSION)
async def test_a_session_that_is_not_clean_opens_for_nobody(
    installation: Installation, own_world: World, statement: str
) -> None:
    with installation.connect("sb_api") as api:
        api.execute(statement)
        for opening, proof in (
            ("select seal.open('session', %s, %s)", (own_world.a.owner.proof, own_world.a.id)),
            ("select seal.open_person(%s)", (own_world.a.owner.proof,)),
        ):
            with pytest.raises(Error) as caught, api.transaction():
                api.execute(opening, proof)
            assert caught.value.sqlstate == "55006"


@pytest.mark.parametrize("statement", LEFT_IN_THE_SESSION)
async def test_the_gateway_drops_it_and_tries_another(
    installation: Installation, own_world: World, statement: str
) -> None:
    async with installation.gateway("sb_api", pool_min_size=1, pool_max_size=2) as gateway:
        async with gateway.pool_for(None).connection() as connection:
            await leave(connection, statement)
            unclean = connection.info.backend_pid
        await next_tenant_works(gateway, own_world)
    with installation.as_superuser() as behind:
        alive = behind.execute("select from pg_stat_activity where pid = %s", [unclean])
    assert alive.rowcount == 0


async def test_two_that_are_not_clean_end_the_request_and_not_the_next(
    installation: Installation, own_world: World
) -> None:
    async with installation.gateway("sb_api", pool_min_size=2, pool_max_size=2) as gateway:
        pool = gateway.pool_for(None)
        await pool.wait()
        async with pool.connection() as first, pool.connection() as second:
            await leave(first, LEFT_IN_THE_SESSION[0])
            await leave(second, LEFT_IN_THE_SESSION[0])
        with pytest.raises(SessionNotCleanError):
            async with gateway.sealed("session", own_world.b.admin.proof, own_world.b.id):
                pass
        await next_tenant_works(gateway, own_world)


async def test_a_connection_that_comes_back_in_mid_transaction_carries_nothing_over(
    installation: Installation, own_world: World
) -> None:
    async with installation.gateway("sb_api", pool_min_size=1, pool_max_size=1) as gateway:
        pool = gateway.pool_for(None)
        connection = await pool.getconn()
        cursor = AsyncCursor(connection)
        await cursor.execute("begin")
        await cursor.execute(
            "select seal.open('session', %s, %s)", (own_world.a.owner.proof, own_world.a.id)
        )
        await pool.putconn(connection)
        await next_tenant_works(gateway, own_world)


async def test_no_login_makes_a_temporary_object(installation: Installation) -> None:
    """If a role with more rights left one, the session is not clean."""
    with installation.connect("sb_api") as api:
        with pytest.raises(Error) as caught:
            api.execute("create temporary table clients (id int)")
        assert caught.value.sqlstate == "42501"
    with installation.as_superuser() as behind:
        behind.execute("create temporary table clients (id int)")
        with pytest.raises(Error) as caught:
            behind.execute("select seal.open('session', 'x', gen_random_uuid())")
        assert caught.value.sqlstate == "55006"
