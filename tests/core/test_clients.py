"""Clients."""

from __future__ import annotations

import pytest

from sealedbid.core.repository import clients
from sealedbid.platform.errors import NameTakenError, NotAllowedError, ValueRefusedError
from sealedbid.platform.keyset import Place
from tests.fixtures.people import World
from tests.fixtures.tenants import Tenants


async def test_another_organizations_clients_are_not_there(
    tenants: Tenants, own_world: World
) -> None:
    async with tenants.as_role(own_world.b) as tx:
        theirs = await clients.add(tx, name="Their client")
    async with tenants.as_role(own_world.a, "owner") as tx:
        assert await clients.page(tx) == []
        assert await clients.get(tx, theirs.id) is None
        assert not await clients.remove(tx, theirs.id)
        changed = await clients.change(
            tx,
            theirs.id,
            name="Taken",
            email=None,
            status="past",
            website=None,
            industry=None,
            notes="",
        )
        assert changed is None
    async with tenants.as_role(own_world.b) as tx:
        assert await clients.get(tx, theirs.id) == theirs


async def test_a_viewer_reads_and_does_not_write(tenants: Tenants, own_world: World) -> None:
    async with tenants.as_role(own_world.a) as tx:
        client = await clients.add(tx, name="Ours")
    async with tenants.as_role(own_world.a, "viewer") as tx:
        assert await clients.page(tx) == [client]
        assert not await clients.remove(tx, client.id)
    with pytest.raises(NotAllowedError):
        async with tenants.as_role(own_world.a, "viewer") as tx:
            await clients.add(tx, name="Not mine to add")


async def test_a_member_adds_and_changes_and_an_admin_removes(
    tenants: Tenants, own_world: World
) -> None:
    async with tenants.as_role(own_world.a) as tx:
        client = await clients.add(
            tx, name="Halden Clinics", email="office@halden.example", industry="health"
        )
        changed = await clients.change(
            tx,
            client.id,
            name="Halden Group",
            email=client.email,
            status="active",
            website="https://halden.example",
            industry="health",
            notes="Renewed in spring.",
        )
        assert changed is not None
        assert (changed.name, changed.status) == ("Halden Group", "active")
        assert not await clients.remove(tx, client.id)
    async with tenants.as_role(own_world.a, "admin") as tx:
        assert await clients.remove(tx, client.id)
        assert await clients.get(tx, client.id) is None


async def test_pages_follow_each_other_by_name(tenants: Tenants, own_world: World) -> None:
    async with tenants.as_role(own_world.b) as tx:
        await clients.add(tx, name="Bracken")
    async with tenants.as_role(own_world.a) as tx:
        for name in ("Cedar", "Alder", "Birch"):
            await clients.add(tx, name=name)
        first = await clients.page(tx, limit=2)
        rest = await clients.page(tx, after=Place(first[-1].name, first[-1].id), limit=2)
    assert [client.name for client in first + rest] == ["Alder", "Birch", "Cedar"]


async def test_two_organizations_may_have_a_client_of_the_same_name(
    tenants: Tenants, own_world: World
) -> None:
    for organization in (own_world.a, own_world.b):
        async with tenants.as_role(organization) as tx:
            await clients.add(tx, name="Everybody's client")
    with pytest.raises(NameTakenError) as caught:
        async with tenants.as_role(own_world.a) as tx:
            await clients.add(tx, name="Everybody's client")
    assert caught.value.constraint == "clients_name_key"


@pytest.mark.parametrize(
    ("field", "value", "constraint"),
    [
        ("name", "  ", "clients_name_given"),
        ("email", "nobody", "clients_email_is_an_address"),
        ("status", "dormant", "clients_status_known"),
    ],
)
async def test_a_broken_rule_is_named_by_its_constraint(
    tenants: Tenants, world: World, field: str, value: str, constraint: str
) -> None:
    with pytest.raises(ValueRefusedError) as caught:
        async with tenants.as_role(world.a) as tx:
            await clients.add(tx, **{"name": "Rule breaker", field: value})  # type: ignore[arg-type] # a wrong value is the point
    assert caught.value.constraint == constraint
