"""The demo's report is true: a table that leaks is reported."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable

import pytest
import pytest_asyncio

from sealedbid.core.repository import clients
from sealedbid.isolation.exposure import Exposure, Member, expose, tables
from sealedbid.platform.postgres import Gateway
from tests.fixtures.people import People, World
from tests.fixtures.server import Installation

OPEN_FLOOR = "alter policy tenant_floor on public.clients using (true) with check (true);"
LEAKS = {
    "read": OPEN_FLOOR + "alter policy tenant_read on public.clients using (true)",
    "change": OPEN_FLOOR
    + "alter policy tenant_read on public.clients using (true);"
    + "alter policy tenant_change on public.clients using (true) with check (true)",
    "move": OPEN_FLOOR
    + "grant update (org_id) on public.clients to sb_tenant;"
    + "alter policy tenant_read on public.clients using (true);"
    + "alter policy tenant_change on public.clients with check (true)",
    "plant": OPEN_FLOOR + "alter policy tenant_add on public.clients with check (true)",
    "delete": OPEN_FLOOR
    + "alter policy tenant_read on public.clients using (true);"
    + "alter policy tenant_remove on public.clients using (true)",
}


@pytest_asyncio.fixture
async def leaky(
    make_database: Callable[..., Installation],
) -> AsyncIterator[tuple[Installation, Gateway, World]]:
    """A database of the test's own, with a client in each organization."""
    installation = make_database()
    world = People(installation).world()
    async with installation.gateway("sb_api") as gateway:
        for organization in (world.a, world.b):
            proof = organization.member.proof
            async with gateway.sealed("session", proof, organization.id) as tx:
                await clients.add(tx, name="A client")
        yield installation, gateway, world


async def exposure_of(gateway: Gateway, world: World, name: str) -> Exposure:
    a, b = (Member(one.id, one.owner.proof) for one in (world.a, world.b))
    table = next(table for table in await tables(gateway, a) if table.name == name)
    return await expose(gateway, table, a, b)


async def test_every_table_is_shown_and_sealed(
    leaky: tuple[Installation, Gateway, World],
) -> None:
    _, gateway, world = leaky
    a, b = (Member(one.id, one.owner.proof) for one in (world.a, world.b))
    shown = [await expose(gateway, table, a, b) for table in await tables(gateway, a)]
    assert {"clients", "org_members", "jobs", "audit_log"} <= {each.table for each in shown}
    assert all(each.is_sealed for each in shown)
    found = next(each for each in shown if each.table == "clients")
    assert (found.seen_by_a, found.seen_by_b, found.seen_by_nobody) == (1, 1, 0)
    assert (found.read, found.move, found.plant) == ("nothing", "refused", "refused")


@pytest.mark.parametrize("attack", LEAKS)
async def test_a_leak_is_shown_as_one(
    leaky: tuple[Installation, Gateway, World], attack: str
) -> None:
    installation, gateway, world = leaky
    with installation.as_superuser() as behind:
        behind.execute(LEAKS[attack])
    exposure = await exposure_of(gateway, world, "clients")
    assert getattr(exposure, attack) == "LEAK"
    assert not exposure.is_sealed


async def test_rows_that_nobody_should_see_are_shown(
    leaky: tuple[Installation, Gateway, World],
) -> None:
    installation, gateway, world = leaky
    with installation.as_superuser() as behind:
        behind.execute("alter table public.clients disable row level security")
    exposure = await exposure_of(gateway, world, "clients")
    assert exposure.seen_by_nobody == 2
    assert not exposure.is_sealed
