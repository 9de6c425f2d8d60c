"""Attacks between organizations that are there: a table that leaks is shown as one."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable

import pytest
import pytest_asyncio

from sealedbid.core.repository import clients
from sealedbid.isolation.prove import Exposure, Member, expose
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

SHOWN_AS = {"delete": "change"}


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


async def exposures(installation: Installation, world: World) -> dict[str, Exposure]:
    """Let the owner of A attack B on the running database, by table."""
    a, b = (Member(one.id, one.owner.proof) for one in (world.a, world.b))
    conninfos = {
        "sb_api": installation.conninfo("sb_api"),
        "sb_worker": installation.conninfo("sb_worker"),
        "owner": installation.owner,
    }
    found = await expose(conninfos, installation.settings, a, b)
    return {one.table: one for one in found}


@pytest.mark.full
async def test_every_table_is_shown_and_sealed(
    leaky: tuple[Installation, Gateway, World],
) -> None:
    installation, _, world = leaky
    shown = await exposures(installation, world)
    assert {"clients", "org_members", "jobs", "audit_log"} <= shown.keys()
    assert all(one.is_sealed for one in shown.values())
    found = shown["clients"]
    assert (found.seen_by_a, found.seen_by_b, found.seen_by_nobody) == (1, 1, 0)
    verdicts = {name: outcome.verdict for name, outcome in found.outcomes.items()}
    assert verdicts == {
        "read": "nothing",
        "change": "refused",
        "move": "refused",
        "plant": "refused",
    }


@pytest.mark.parametrize(
    "attack",
    [pytest.param(one, marks=[] if one == "read" else [pytest.mark.full]) for one in LEAKS],
)
@pytest.mark.full
async def test_a_leak_is_shown_as_one(
    leaky: tuple[Installation, Gateway, World], attack: str
) -> None:
    installation, _, world = leaky
    with installation.as_superuser() as behind:
        behind.execute(LEAKS[attack])
    found = (await exposures(installation, world))["clients"]
    assert found.outcomes[SHOWN_AS.get(attack, attack)].verdict == "LEAK"
    assert not found.is_sealed


@pytest.mark.full
async def test_rows_that_nobody_should_see_are_shown(
    leaky: tuple[Installation, Gateway, World],
) -> None:
    installation, _, world = leaky
    with installation.as_superuser() as behind:
        behind.execute("alter table public.clients disable row level security")
    found = (await exposures(installation, world))["clients"]
    assert found.seen_by_nobody == 2
    assert not found.is_sealed


@pytest.mark.full
async def test_an_attack_leaves_nothing_behind(leaky: tuple[Installation, Gateway, World]) -> None:
    installation, _, world = leaky
    counted = "select count(*), md5(string_agg(c::text, ' ' order by id)) from public.clients c"
    with installation.as_superuser() as behind:
        before = behind.execute(counted).fetchone()
        await exposures(installation, world)
        assert behind.execute(counted).fetchone() == before
