"""Profiles: one's own, and those of colleagues."""

from __future__ import annotations

import pytest

from sealedbid.core.repository import profiles
from sealedbid.platform.errors import NotAllowedError
from tests.fixtures.people import World
from tests.fixtures.tenants import Tenants


async def test_people_of_another_organization_are_not_there(tenants: Tenants, world: World) -> None:
    async with tenants.as_role(world.a, "owner") as tx:
        assert await profiles.get(tx, world.b.owner.id) is None
        assert await profiles.get(tx, world.stranger.id) is None
        colleague = await profiles.get(tx, world.a.viewer.id)
    assert colleague is not None
    assert colleague.email == world.a.viewer.email


async def test_a_person_between_organizations_sees_and_changes_only_themselves(
    tenants: Tenants, own_world: World
) -> None:
    me = own_world.a.member
    async with tenants.between(me) as tx:
        assert await profiles.get(tx, own_world.a.owner.id) is None
        changed = await profiles.change(
            tx, full_name="Mara Finch", locale="de", onboarding_complete=True
        )
        assert changed == await profiles.get(tx, me.id)
        touched = await tx.run("update public.profiles set full_name = 'Everybody'")
    assert changed is not None
    assert (changed.full_name, changed.onboarding_complete) == ("Mara Finch", True)
    assert touched == 1


async def test_nobody_changes_their_address_by_hand(tenants: Tenants, world: World) -> None:
    with pytest.raises(NotAllowedError):
        async with tenants.between(world.stranger) as tx:
            await tx.run("update public.profiles set email = 'boss@b.example'")


async def test_a_colleague_is_not_changed(tenants: Tenants, world: World) -> None:
    async with tenants.trial(world.a, "owner") as tx:
        assert await tx.run("update public.profiles set full_name = 'Renamed'") == 0
