"""Settings of the installation."""

from __future__ import annotations

from uuid import UUID

import pytest

from sealedbid.platform.errors import NotAllowedError
from sealedbid.platform.postgres import Gateway
from sealedbid.system.settings.repository import system_settings
from tests.fixtures.people import People, World
from tests.fixtures.server import Installation
from tests.fixtures.tenants import Tenants

PLATFORM = UUID(int=0)


async def test_an_owner_of_an_agency_does_not_set_them(tenants: Tenants, world: World) -> None:
    with pytest.raises(NotAllowedError):
        async with tenants.as_role(world.a, "owner") as tx:
            await system_settings.set_value(tx, "stop.all", True)


async def test_a_platform_admin_sets_them_and_everybody_reads_the_public_ones(
    tenants: Tenants, world: World, people: People, installation: Installation, gateway: Gateway
) -> None:
    operator = people.sign_up("operator")
    with installation.as_owner() as installer:
        installer.execute("select core.appoint_operator(%s)", [operator.email])
    async with gateway.sealed("session", operator.proof, PLATFORM) as tx:
        await system_settings.set_value(tx, "flags.beta", ["a"], is_public=True)
        await system_settings.set_value(tx, "stop.all", False, description="Stops all work")
        all_keys = {setting.key for setting in await system_settings.page(tx)}
    assert {"flags.beta", "stop.all"} <= all_keys
    async with tenants.as_role(world.a, "viewer") as tx:
        seen = {setting.key: setting.value for setting in await system_settings.page(tx)}
    assert seen["flags.beta"] == ["a"]
    assert "stop.all" not in seen
