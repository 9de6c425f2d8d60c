"""Memberships: ranks never above the actor's own, and the last owner stays."""

from __future__ import annotations

import pytest

from sealedbid.core.errors import LastOwnerError
from sealedbid.core.models import Role
from sealedbid.core.repository import org_members
from sealedbid.platform.errors import NotAllowedError, NotFoundError
from sealedbid.platform.postgres import Rank
from sealedbid.platform.postgres.errors import NotAMemberError
from tests.fixtures.people import World
from tests.fixtures.tenants import Tenants


async def test_another_organizations_people_are_not_there(
    tenants: Tenants, own_world: World
) -> None:
    async with tenants.as_role(own_world.a, "viewer") as tx:
        found = {member.user_id for member in await org_members.page(tx)}
    assert found == {
        person.id
        for person in (own_world.a.owner, own_world.a.admin, own_world.a.member, own_world.a.viewer)
    }
    with pytest.raises(NotFoundError):
        async with tenants.as_role(own_world.a, "owner") as tx:
            await org_members.remove(tx, own_world.b.viewer.id)
    with pytest.raises(NotFoundError):
        async with tenants.as_role(own_world.a, "owner") as tx:
            await org_members.change_role(tx, own_world.b.viewer.id, "owner")


@pytest.mark.parametrize("role", ["viewer", "member"])
async def test_only_admins_change_ranks(tenants: Tenants, world: World, role: str) -> None:
    with pytest.raises(NotAllowedError):
        async with tenants.as_role(world.a, role) as tx:
            await org_members.change_role(tx, world.a.person(role).id, "admin")


@pytest.mark.parametrize(("whom", "to"), [("member", "owner"), ("owner", "viewer")])
async def test_an_admin_touches_nothing_above_their_own_rank(
    tenants: Tenants, world: World, whom: str, to: Role
) -> None:
    with pytest.raises(NotAllowedError) as caught:
        async with tenants.as_role(world.a, "admin") as tx:
            await org_members.change_role(tx, world.a.person(whom).id, to)
    assert caught.value.constraint == "org_members_rank_not_above_own"


async def test_an_admin_does_not_remove_an_owner(tenants: Tenants, world: World) -> None:
    with pytest.raises(NotAllowedError) as caught:
        async with tenants.as_role(world.a, "admin") as tx:
            await org_members.remove(tx, world.a.owner.id)
    assert caught.value.constraint == "org_members_rank_not_above_own"


async def test_the_last_owner_neither_leaves_nor_steps_down(tenants: Tenants, world: World) -> None:
    owner = world.a.owner.id
    with pytest.raises(LastOwnerError) as left:
        async with tenants.as_role(world.a, "owner") as tx:
            await org_members.remove(tx, owner)
    with pytest.raises(LastOwnerError) as stepped_down:
        async with tenants.as_role(world.a, "owner") as tx:
            await org_members.change_role(tx, owner, "admin")
    for caught in (left, stepped_down):
        assert caught.value.constraint == "org_members_last_owner_stays"


async def test_a_demotion_holds_from_the_next_transaction_on(
    tenants: Tenants, own_world: World
) -> None:
    async with tenants.as_role(own_world.a, "owner") as tx:
        await org_members.change_role(tx, own_world.a.admin.id, "viewer")
    async with tenants.as_role(own_world.a, "admin") as tx:
        assert tx.rank == Rank.VIEWER


async def test_anybody_leaves_and_is_outside_at_once(tenants: Tenants, own_world: World) -> None:
    async with tenants.as_role(own_world.a, "viewer") as tx:
        await org_members.remove(tx, own_world.a.viewer.id)
    with pytest.raises(NotAMemberError):
        async with tenants.as_role(own_world.a, "viewer"):
            pass
    async with tenants.between(own_world.a.viewer) as tx:
        assert await org_members.own(tx) == []
