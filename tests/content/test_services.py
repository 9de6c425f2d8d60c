"""The catalogue of services."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sealedbid.content.repository import services
from sealedbid.platform.errors import NotAllowedError, ValueRefusedError
from tests.fixtures.people import World
from tests.fixtures.tenants import Tenants


async def test_another_organizations_prices_are_not_there(
    tenants: Tenants, own_world: World
) -> None:
    async with tenants.as_role(own_world.b, "admin") as tx:
        theirs = await services.add(tx, name="Audit", unit_price_minor=480_000, currency="EUR")
    async with tenants.as_role(own_world.a, "owner") as tx:
        assert await services.catalogue(tx) == []
        assert await services.get(tx, theirs.id) is None
        assert await services.change(tx, theirs.id, unit_price_minor=1) is None
    async with tenants.as_role(own_world.b, "viewer") as tx:
        assert await services.get(tx, theirs.id) == theirs


async def test_a_member_may_not_set_prices(tenants: Tenants, world: World) -> None:
    with pytest.raises(NotAllowedError):
        async with tenants.as_role(world.a) as tx:
            await services.add(tx, name="Anything", unit_price_minor=1, currency="EUR")


async def test_a_retired_service_is_no_longer_offered(tenants: Tenants, own_world: World) -> None:
    async with tenants.as_role(own_world.a, "admin") as tx:
        service = await services.add(
            tx,
            name="Brand sprint",
            unit="week",
            unit_price_minor=650_000,
            currency="EUR",
            tax_rate=Decimal("0.19"),
        )
        dearer = await services.change(tx, service.id, unit_price_minor=700_000)
        assert dearer is not None
        assert (dearer.unit_price_minor, dearer.tax_rate) == (700_000, Decimal("0.1900"))
        assert await services.catalogue(tx) == [dearer]
        retired = await services.change(tx, service.id, lock_version=1, active=False)
        assert retired is not None
        assert not retired.active
        assert await services.change(tx, service.id, lock_version=1, active=True) is None
        assert await services.catalogue(tx) == []


async def test_a_price_below_nothing_is_refused(tenants: Tenants, world: World) -> None:
    with pytest.raises(ValueRefusedError) as caught:
        async with tenants.as_role(world.a, "admin") as tx:
            await services.add(tx, name="Gift", unit_price_minor=-1, currency="EUR")
    assert caught.value.constraint == "services_price_not_negative"
