"""Settings of an organization."""

from __future__ import annotations

import pytest

from sealedbid.core.repository import org_settings
from sealedbid.platform.errors import NotAllowedError
from tests.fixtures.people import World
from tests.fixtures.tenants import Tenants


async def test_a_setting_of_another_organization_is_not_there(
    tenants: Tenants, own_world: World
) -> None:
    async with tenants.as_role(own_world.b, "admin") as tx:
        await org_settings.set_value(tx, "stop.all", True, reason="Audit")
    async with tenants.as_role(own_world.a, "owner") as tx:
        assert await org_settings.get(tx, "stop.all") is None
        assert not await org_settings.remove(tx, "stop.all")


async def test_a_member_reads_settings_and_does_not_write_them(
    tenants: Tenants, own_world: World
) -> None:
    async with tenants.as_role(own_world.a, "admin") as tx:
        setting = await org_settings.set_value(tx, "approval.threshold_minor", 1_000_000)
    async with tenants.as_role(own_world.a) as tx:
        assert await org_settings.page(tx) == [setting]
    with pytest.raises(NotAllowedError):
        async with tenants.as_role(own_world.a) as tx:
            await org_settings.set_value(tx, "approval.threshold_minor", 0)


async def test_who_wrote_last_is_kept_by_the_database(tenants: Tenants, own_world: World) -> None:
    async with tenants.as_role(own_world.a, "admin") as tx:
        first = await org_settings.set_value(tx, "budget.tokens", 1000)
        assert first.updated_by == own_world.a.admin.id
    async with tenants.as_role(own_world.a, "owner") as tx:
        second = await org_settings.set_value(tx, "budget.tokens", 2000, reason="More work")
        assert (second.value, second.updated_by) == (2000, own_world.a.owner.id)
        assert await org_settings.remove(tx, "budget.tokens")
