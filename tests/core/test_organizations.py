"""Founding and changing organizations."""

from __future__ import annotations

import pytest

from sealedbid.core.repository import org_members, organizations
from sealedbid.platform.errors import NotAllowedError, ValueRefusedError
from sealedbid.platform.postgres import Rank
from tests.fixtures.people import People, World
from tests.fixtures.tenants import Tenants


async def test_another_organization_is_not_there(tenants: Tenants, world: World) -> None:
    async with tenants.as_role(world.a, "viewer") as tx:
        names = await tx.value("select array_agg(name order by name) from public.organizations")
        own = await organizations.get(tx)
    assert names == [world.a.name]
    assert own is not None
    assert own.id == world.a.id


async def test_the_founder_of_an_organization_is_its_owner(
    tenants: Tenants, people: People
) -> None:
    founder = people.sign_up("founder")
    async with tenants.between(founder) as tx:
        org_id = await organizations.create(tx, name="Cedar & Sons", currency="USD")
        assert [(own.org_id, own.role) for own in await org_members.own(tx)] == [(org_id, "owner")]
    async with tenants.gateway.sealed("session", founder.proof, org_id) as tx:
        assert tx.rank == Rank.OWNER
        own = await organizations.get(tx)
    assert own is not None
    assert (own.name, own.currency, own.plan) == ("Cedar & Sons", "USD", "free")


async def test_nobody_founds_one_from_inside_another(tenants: Tenants, world: World) -> None:
    with pytest.raises(NotAllowedError):
        async with tenants.as_role(world.a, "owner") as tx:
            await organizations.create(tx, name="Subsidiary")


async def test_an_owner_changes_some_and_the_rest_stays(tenants: Tenants, own_world: World) -> None:
    async with tenants.as_role(own_world.a, "owner") as tx:
        await organizations.update(tx, name="Renamed", branding={"colour": "#224466"})
        own = await organizations.get(tx)
    assert own is not None
    assert (own.name, own.branding, own.timezone) == ("Renamed", {"colour": "#224466"}, "UTC")
    async with tenants.as_role(own_world.b) as tx:
        theirs = await organizations.get(tx)
    assert theirs is not None
    assert theirs.name == own_world.b.name


@pytest.mark.parametrize("role", ["viewer", "member", "admin"])
async def test_only_owners_change_the_organization(
    tenants: Tenants, world: World, role: str
) -> None:
    with pytest.raises(NotAllowedError):
        async with tenants.as_role(world.a, role) as tx:
            await organizations.update(tx, name="Taken over")


async def test_a_broken_rule_leaves_nothing_behind(tenants: Tenants, people: People) -> None:
    founder = people.sign_up("founder")
    with pytest.raises(ValueRefusedError) as caught:
        async with tenants.between(founder) as tx:
            await organizations.create(tx, name="Money", currency="euros")
    assert caught.value.constraint == "organizations_currency_is_iso_4217"
    async with tenants.between(founder) as tx:
        assert await org_members.own(tx) == []
