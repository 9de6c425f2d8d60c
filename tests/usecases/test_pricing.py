"""A price list that is imported: in the organization's currency, and all of it or nothing."""

from __future__ import annotations

import pytest

from sealedbid.content.price_list import PriceListError
from sealedbid.content.repository import services
from sealedbid.core.repository import organizations
from sealedbid.platform.errors import NotAllowedError
from sealedbid.usecases.pricing import import_price_list
from tests.fixtures.people import World
from tests.fixtures.tenants import Tenants

LIST = "name,price\nCare,920\nSite,1450\n"


async def test_the_other_organization_keeps_its_prices(tenants: Tenants, own_world: World) -> None:
    async with tenants.as_role(own_world.b, "admin") as tx:
        await import_price_list(tx, "name,price\nCare,1\n")
    async with tenants.as_role(own_world.a, "admin") as tx:
        assert await import_price_list(tx, LIST) == 2
    async with tenants.as_role(own_world.b) as tx:
        assert [one.unit_price_minor for one in await services.catalogue(tx)] == [100]


async def test_a_member_sets_no_prices(tenants: Tenants, world: World) -> None:
    with pytest.raises(NotAllowedError):
        async with tenants.as_role(world.a) as tx:
            await import_price_list(tx, LIST)


async def test_prices_are_in_the_organizations_currency(tenants: Tenants, own_world: World) -> None:
    async with tenants.as_role(own_world.a, "owner") as tx:
        await organizations.update(tx, currency="JPY")
        await import_price_list(tx, LIST)
        found = [(one.unit_price_minor, one.currency) for one in await services.catalogue(tx)]
        assert found == [(920, "JPY"), (1450, "JPY")]
        with pytest.raises(PriceListError, match="JPY has no parts that small"):
            await import_price_list(tx, "name,price\nNew,1\nCare,920.50\n")
        assert len(await services.catalogue(tx)) == 2
