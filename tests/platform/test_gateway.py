"""The gateway: one transaction, committed before the block ends, in one protocol."""

from __future__ import annotations

import asyncio
import uuid
from typing import Any

import pytest
from psycopg import AsyncCursor, Error

from sealedbid.core.repository import clients
from sealedbid.platform.errors import NameTakenError, RefusedError
from sealedbid.platform.postgres import Gateway, Rank, Transaction
from sealedbid.platform.postgres.cursor import TenantCursor
from sealedbid.platform.postgres.errors import (
    CredentialRefusedError,
    DatabaseUnreachableError,
    ForeignStatementError,
    NotAMemberError,
    TransactionLostError,
)
from tests.fixtures.people import World, new_proof
from tests.fixtures.server import Installation
from tests.fixtures.tenants import Tenants


async def test_who_shows_nothing_good_gets_no_transaction(gateway: Gateway, world: World) -> None:
    for proof in (new_proof(), b"", world.stranger.id.bytes):
        with pytest.raises(CredentialRefusedError):
            async with gateway.sealed("session", proof, world.a.id):
                pass
    with pytest.raises(CredentialRefusedError):
        async with gateway.sealed_person(new_proof()):
            pass
    with pytest.raises(CredentialRefusedError):
        async with gateway.sealed("session", None, world.a.id):  # type: ignore[arg-type] # the point
            pass


async def test_a_good_proof_does_not_open_another_organization(
    gateway: Gateway, world: World
) -> None:
    with pytest.raises(NotAMemberError):
        async with gateway.sealed("session", world.b.owner.proof, world.a.id):
            pass


async def test_a_transaction_knows_who_it_is(gateway: Gateway, world: World) -> None:
    async with gateway.sealed("session", world.a.admin.proof, world.a.id) as tx:
        assert (tx.org_id, tx.rank) == (world.a.id, Rank.ADMIN)
    async with gateway.sealed_person(world.a.admin.proof) as tx:
        assert (tx.org_id, tx.user_id, tx.rank) == (None, world.a.admin.id, Rank.GUEST)


async def test_a_transaction_is_committed_when_its_block_ends(
    tenants: Tenants, own_world: World, installation: Installation
) -> None:
    async with tenants.as_role(own_world.a) as tx:
        client = await clients.add(tx, name="Kept")
    with installation.as_superuser() as behind:
        row = behind.execute(
            "select name from public.clients where id = %s", [client.id]
        ).fetchone()
    assert row == ("Kept",)


async def test_a_transaction_is_rolled_back_when_its_block_raises(
    tenants: Tenants, own_world: World
) -> None:
    with pytest.raises(ZeroDivisionError):
        async with tenants.as_role(own_world.a) as tx:
            await clients.add(tx, name="Not kept")
            raise ZeroDivisionError
    async with tenants.as_role(own_world.a) as tx:
        assert await clients.page(tx) == []


async def test_a_swallowed_error_is_no_success(tenants: Tenants, own_world: World) -> None:
    with pytest.raises(TransactionLostError):
        async with tenants.as_role(own_world.a) as tx:
            await clients.add(tx, name="Twice")
            with pytest.raises(NameTakenError):
                await clients.add(tx, name="Twice")
    async with tenants.as_role(own_world.a) as tx:
        assert await clients.page(tx) == []


async def test_a_commit_that_fails_is_no_success(
    tenants: Tenants, own_world: World, installation: Installation
) -> None:
    with installation.as_superuser() as behind:
        behind.execute(
            "create function public.refuse() returns trigger language plpgsql as"
            " $$ begin raise exception 'at the end'; end $$;"
            "create constraint trigger at_the_end after insert on public.clients"
            " deferrable initially deferred for each row execute function public.refuse()"
        )
    try:
        with pytest.raises(Error, match="at the end"):
            async with tenants.as_role(own_world.a) as tx:
                await clients.add(tx, name="Refused at the end")
    finally:
        with installation.as_superuser() as behind:
            behind.execute("drop trigger at_the_end on public.clients; drop function refuse()")
    async with tenants.as_role(own_world.a) as tx:
        assert await clients.page(tx) == []


@pytest.mark.parametrize(
    "statement",
    [
        "select 1; select 2",
        "select 1; select set_config('seal.context', 'x', false)",
        "commit; select 1",
        "select name from public.clients where name = '' or true; delete from public.clients; --'",
    ],
)
async def test_a_stacked_statement_fails_whatever_it_is(
    tenants: Tenants, world: World, statement: str
) -> None:
    with pytest.raises(Error) as caught:
        async with tenants.as_role(world.a) as tx:
            await tx.run(statement)
    assert caught.value.sqlstate == "42601"


@pytest.mark.parametrize("parameters", [None, (), [], {}], ids=repr)
async def test_no_way_of_asking_leaves_the_extended_protocol(
    gateway: Gateway, world: World, parameters: Any
) -> None:
    async with gateway.pool_for(world.a.id).connection() as connection:
        for cursor in (
            connection.cursor(),
            connection.cursor(binary=True),
            TenantCursor[Any](connection),
        ):
            for binary in (None, True, False):
                with pytest.raises(Error) as caught:
                    await cursor.execute("select 1; select 2", parameters, binary=binary)
                assert caught.value.sqlstate == "42601"
        with pytest.raises(Error) as caught:
            await connection.execute("select 1; select 2", parameters)
        assert caught.value.sqlstate == "42601"


@pytest.mark.parametrize(
    "statement",
    [
        "commit",
        "rollback",
        "prepare p as select 1",
        "do $$ begin end $$",
        "set role none",
        "listen c",
        "explain select 1",
        "declare c cursor with hold for select 1",
        "deallocate all",
    ],
)
async def test_what_is_not_over_data_costs_the_connection(
    installation: Installation, own_world: World, statement: str
) -> None:
    """The connection is closed also if the program swallows the error and goes on."""
    async with installation.gateway("sb_api", pool_min_size=1, pool_max_size=1) as gateway:
        before = await backend(gateway, own_world)
        with pytest.raises(DatabaseUnreachableError):
            async with gateway.sealed("session", own_world.a.member.proof, own_world.a.id) as tx:
                await clients.add(tx, name="Before it")
                with pytest.raises(ForeignStatementError):
                    await tx.run(statement)
                await clients.add(tx, name="After it")
        assert await backend(gateway, own_world) != before
        async with gateway.sealed("session", own_world.a.member.proof, own_world.a.id) as tx:
            names = [client.name for client in await clients.page(tx)]
        # a whole COMMIT keeps the rows before it, for the tenant whose transaction it ends
        assert names == (["Before it"] if statement == "commit" else [])


async def backend(gateway: Gateway, world: World) -> int:
    async with gateway.sealed("session", world.b.viewer.proof, world.b.id) as tx:
        pid: int = await tx.value("select pg_backend_pid()")
        return pid


async def test_a_prepared_statement_serves_the_tenant_who_asks(
    installation: Installation, own_world: World
) -> None:
    async with installation.gateway(
        "sb_api", pool_min_size=1, pool_max_size=1, prepare_threshold=0
    ) as gateway:
        for organization in (own_world.a, own_world.b):
            async with gateway.sealed("session", organization.member.proof, organization.id) as tx:
                await clients.add(tx, name=f"of {organization.name}")
        for _ in range(2):
            for organization in (own_world.a, own_world.b):
                proof = organization.viewer.proof
                async with gateway.sealed("session", proof, organization.id) as tx:
                    seen = [client.name for client in await clients.page(tx)]
                assert seen == [f"of {organization.name}"]


async def test_a_cancelled_request_gives_its_connection_up(
    installation: Installation, world: World
) -> None:
    async with installation.gateway("sb_api", pool_min_size=1, pool_max_size=1) as gateway:
        started = asyncio.Event()

        async def request() -> None:
            async with gateway.sealed("session", world.a.viewer.proof, world.a.id) as tx:
                started.set()
                await tx.value("select pg_sleep(60)")

        task = asyncio.create_task(request())
        await started.wait()
        await asyncio.sleep(0.1)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert await backend(gateway, world) > 0


async def test_a_restarted_server_costs_no_request(
    installation: Installation, world: World
) -> None:
    async with installation.gateway("sb_api", pool_min_size=4, pool_max_size=4) as gateway:
        await gateway.pool_for(None).wait()
        name = f"sealedbid {gateway.pool_for(None).name}"
        with installation.as_superuser() as behind:
            ended = behind.execute(
                "select count(pg_terminate_backend(pid)) from pg_stat_activity"
                " where application_name = %s and datname = current_database()",
                [name],
            ).fetchone()
        assert ended is not None
        assert ended[0] >= 4
        assert await backend(gateway, world) > 0


async def test_a_pool_that_is_empty_says_so(installation: Installation, world: World) -> None:
    async with (
        installation.gateway(
            "sb_api", pool_min_size=1, pool_max_size=1, pool_timeout=0.2
        ) as gateway,
        gateway.sealed("session", world.a.viewer.proof, world.a.id),
    ):
        with pytest.raises(DatabaseUnreachableError, match="No connection in time"):
            async with gateway.sealed("session", world.a.viewer.proof, world.a.id):
                pass


async def test_requests_at_once_never_mix(gateway: Gateway, own_world: World) -> None:
    async def request(number: int) -> None:
        organization = (own_world.a, own_world.b)[number % 2]
        proof = organization.member.proof
        async with gateway.sealed("session", proof, organization.id) as tx:
            await clients.add(tx, name=f"{organization.name} {number}")
            await asyncio.sleep(0)
            names = [client.name for client in await clients.page(tx, limit=1000)]
            assert all(name.startswith(organization.name) for name in names)

    await asyncio.gather(*(request(number) for number in range(200)))


async def test_a_person_without_an_organization_cannot_write_for_one(
    gateway: Gateway, world: World
) -> None:
    with pytest.raises(RefusedError) as caught:
        async with gateway.sealed_person(world.a.owner.proof) as tx:
            await clients.add(tx, name="Nobody's")
    assert caught.value.sqlstate in ("42501", "23502")


async def test_a_transaction_outside_any_opening_is_not_to_be_had(
    gateway: Gateway, world: World
) -> None:
    """A transaction that a program builds by hand from a pool sees nothing."""
    async with gateway.pool_for(None).connection() as connection:
        tx = Transaction(connection, org_id=world.a.id, rank=Rank.OWNER)
        assert await clients.page(tx) == []
        assert await clients.get(tx, uuid.uuid4()) is None
        cursor = AsyncCursor(connection)
        await cursor.execute("select count(*) from public.org_members")
        assert await cursor.fetchone() == (0,)
