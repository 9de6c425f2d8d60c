"""Text that a route pasted into a statement is not left in the session for the next tenant."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

import pytest
from psycopg import AsyncCursor, sql

from sealedbid.core.repository import clients
from sealedbid.platform.postgres import Gateway, Queries, Transaction
from sealedbid.platform.postgres.logins import Login
from sealedbid.platform.postgres.queries import is_own
from tests.fixtures.people import People, World
from tests.fixtures.server import Installation

CANARY = "canary0b5e55ed"
OWN = Queries("sealedbid.core", "clients")
# The catalog shows sessions here, as if the installer were no superuser.
OPENED = (
    "grant execute on function pg_prepared_statement(), pg_stat_get_activity(int) to public",
    "grant select on pg_prepared_statements, pg_stat_activity to public",
)

Route = Callable[[Transaction, str], Awaitable[Any]]


@pytest.fixture(scope="module")
def shown(make_database: Callable[..., Installation]) -> Installation:
    installation = make_database()
    with installation.as_superuser() as behind:
        for statement in OPENED:
            behind.execute(statement)
    return installation


@pytest.fixture(scope="module")
def two(shown: Installation) -> World:
    return People(shown).world()


def pasted(said: str) -> str:
    return f"select name from public.clients where name = '{said}'"


async def with_value(tx: Transaction, said: str) -> Any:
    return await tx.value(pasted(said))


async def with_rows(tx: Transaction, said: str) -> Any:
    return await tx.many(pasted(said), [{}, {}, {}])


async def with_an_own_statement_and_more(tx: Transaction, said: str) -> Any:
    statement = OWN["page_by_name"].replace("order by", f"and name <> '{said}' order by")
    return await tx.answer(statement, after="", after_id=UUID(int=0), status=None, limit=9)


async def with_an_insert(tx: Transaction, said: str) -> Any:
    return await tx.run(
        f"insert into public.clients (org_id, name) select %(org_id)s, '{said}' where false"
    )


async def past_the_tenants_cursor(tx: Transaction, said: str) -> Any:
    await AsyncCursor(tx._connection).execute(pasted(said))


async def past_it_for_rows(tx: Transaction, said: str) -> Any:
    await AsyncCursor(tx._connection).executemany(
        sql.SQL(pasted(said)) + sql.SQL(" and %(n)s > 0"), [{"n": 1}, {"n": 2}]
    )


async def prepared(gateway: Gateway, world: World) -> list[str]:
    """Read the session's prepared statements, as the next tenant's injected statement would."""
    async with gateway.sealed("session", world.a.viewer.proof, world.a.id) as tx:
        found = await tx.value("select array_agg(statement) from pg_prepared_statements")
    return list(found or [])


@pytest.mark.parametrize("threshold", [0, 5, None])
@pytest.mark.parametrize(
    "route",
    [
        *(with_value, with_rows, with_an_own_statement_and_more, with_an_insert),
        *(past_the_tenants_cursor, past_it_for_rows),
    ],
)
async def test_the_next_tenant_finds_no_pasted_text_in_the_connection(
    shown: Installation, two: World, route: Route, threshold: int | None
) -> None:
    async with shown.gateway(
        "sb_api", pool_min_size=1, pool_max_size=1, prepare_threshold=threshold
    ) as gateway:
        backends = set()
        for _ in range(10):
            async with gateway.sealed("session", two.b.member.proof, two.b.id) as tx:
                await route(tx, CANARY)
                backends.add(await tx.value("select pg_backend_pid()"))
        left = await prepared(gateway, two)
        async with gateway.sealed("session", two.a.viewer.proof, two.a.id) as tx:
            backends.add(await tx.value("select pg_backend_pid()"))
    assert len(backends) == 1
    assert [statement for statement in left if CANARY in statement] == []


async def test_the_products_own_statements_are_prepared_still(
    shown: Installation, two: World
) -> None:
    async with shown.gateway("sb_api", pool_min_size=1, pool_max_size=1) as gateway:
        for _ in range(7):
            async with gateway.sealed("session", two.b.viewer.proof, two.b.id) as tx:
                await clients.page(tx)
        left = await prepared(gateway, two)
    assert len(left) == 1
    assert "from clients" in left[0] or "from public.clients" in left[0]


async def test_openings_are_never_prepared(shown: Installation, two: World) -> None:
    """A statement that is prepared under a name could be replaced."""
    async with shown.gateway(
        "sb_api", pool_min_size=1, pool_max_size=1, prepare_threshold=0
    ) as gateway:
        for _ in range(3):
            async with gateway.sealed("session", two.a.viewer.proof, two.a.id) as tx:
                await clients.page(tx)
        left = await prepared(gateway, two)
    assert left
    assert [statement for statement in left if "open" in statement] == []


async def test_with_pgbouncer_not_even_those(shown: Installation, two: World) -> None:
    async with shown.gateway(
        "sb_api", pool_min_size=1, pool_max_size=1, prepare_threshold=None
    ) as gateway:
        for _ in range(7):
            async with gateway.sealed("session", two.b.viewer.proof, two.b.id) as tx:
                await clients.page(tx)
        assert await prepared(gateway, two) == []


@pytest.mark.parametrize("login", ["sb_worker", "sb_dispatch", "sb_auth"])
async def test_no_pool_of_any_login_prepares_what_was_pasted(
    shown: Installation, login: Login
) -> None:
    """Each login runs on connections of its own; these statements need no context."""
    statement = f"select '{CANARY}'"
    async with shown.gateway(login, pool_min_size=1, pool_max_size=1) as gateway:
        for _ in range(10):
            async with gateway.pool_for(None).connection() as connection:
                await connection.execute(statement)
        async with gateway.pool_for(None).connection() as connection:
            cursor = await connection.execute("select statement from pg_prepared_statements")
            assert await cursor.fetchall() == []


async def test_two_tasks_on_one_connection_do_not_lend_each_other_the_right(
    shown: Installation, two: World
) -> None:
    async with shown.gateway(
        "sb_api", pool_min_size=1, pool_max_size=1, prepare_threshold=0
    ) as gateway:
        async with gateway.sealed("session", two.b.member.proof, two.b.id) as tx:
            for _ in range(5):
                await asyncio.gather(
                    clients.page(tx),
                    with_value(tx, CANARY),
                    clients.page(tx),
                    with_rows(tx, CANARY),
                )
        left = await prepared(gateway, two)
    assert left
    assert [statement for statement in left if CANARY in statement] == []


def test_only_the_text_of_a_file_is_the_products_own() -> None:
    own = OWN["page_by_name"]
    assert is_own(own)
    assert not is_own(own + f" -- {CANARY}")
    assert not is_own(f"{own} limit 1")
    assert not is_own(own.replace("select", "select distinct", 1))
    assert not is_own(sql.SQL(own))
    assert not is_own(own.encode())
