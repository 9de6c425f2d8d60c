"""A price list that is imported: in the organization's currency, and all of it or nothing."""

from __future__ import annotations

import pytest

from sealedbid.content.price_list import PriceListError
from sealedbid.content.repository import services
from sealedbid.core.currencies import NO_CURRENCY, UnknownCurrencyError
from sealedbid.core.repository import organizations
from sealedbid.platform.errors import NotAllowedError
from sealedbid.platform.postgres import Transaction
from sealedbid.usecases import pricing
from sealedbid.usecases.pricing import Imported, OtherCurrencyError, read_list
from tests.fixtures.people import World
from tests.fixtures.tenants import Tenants

LIST = "name,price\nCare,920\nSite,1450\n"


async def take(tx: Transaction, text: str, currency: str | None = None) -> Imported:
    return await pricing.import_price_list(tx, read_list(text), currency=currency)


async def found(tx: Transaction) -> list[tuple[int, str]]:
    return [(one.unit_price_minor, one.currency) for one in await services.catalogue(tx)]


async def test_the_other_organization_keeps_its_prices(tenants: Tenants, own_world: World) -> None:
    async with tenants.as_role(own_world.b, "admin") as tx:
        await take(tx, "name,price\nCare,1\n")
    async with tenants.as_role(own_world.a, "admin") as tx:
        assert await take(tx, LIST) == Imported(services=2, currency="EUR", others=())
    async with tenants.as_role(own_world.b) as tx:
        assert await found(tx) == [(100, "EUR")]


async def test_a_member_sets_no_prices(tenants: Tenants, world: World) -> None:
    with pytest.raises(NotAllowedError):
        async with tenants.as_role(world.a) as tx:
            await take(tx, LIST)


async def test_prices_are_in_the_organizations_currency(tenants: Tenants, own_world: World) -> None:
    async with tenants.as_role(own_world.a, "owner") as tx:
        await pricing.set_currency(tx, "jpy")
        await take(tx, LIST)
        assert await found(tx) == [(920, "JPY"), (1450, "JPY")]
        with pytest.raises(PriceListError, match="JPY has no parts that small"):
            await take(tx, "name,price\nNew,1\nCare,920.50\n")
        assert len(await services.catalogue(tx)) == 2


async def test_prices_in_another_currency_are_kept_and_told(
    tenants: Tenants, own_world: World
) -> None:
    async with tenants.as_role(own_world.a, "admin") as tx:
        done = await take(tx, "name,price,currency\nCare,920,USD\nSite,1450,EUR\n")
        assert done == Imported(services=2, currency="EUR", others=("USD",))
        assert await found(tx) == [(92_000, "USD"), (145_000, "EUR")]
        assert (await take(tx, LIST, "GBP")).others == ("GBP",)
        assert await found(tx) == [(92_000, "GBP"), (145_000, "GBP")]


async def test_a_line_without_a_currency_beside_dollars_is_not_taken_for_euros(
    tenants: Tenants, own_world: World
) -> None:
    text = "name,price,currency\nCare,920,USD\nSite,1450,\n"
    async with tenants.as_role(own_world.a, "admin") as tx:
        with pytest.raises(PriceListError, match="Line 3, currency: none is named"):
            await take(tx, text)
        assert await found(tx) == []


@pytest.mark.parametrize(
    ("text", "given", "becomes"),
    [
        (LIST, "CHF", "CHF"),
        ("name,price,currency\nCare,920,USD\nSite,1450,\n", None, "USD"),
        ("name,price (GBP)\nCare,920\n", None, "GBP"),
        ("name;price\nCare;€ 920\n", None, "EUR"),
        ("name,price,currency\nCare,920,USD\nSite,1450,EUR\n", None, None),
        ("name,price,currency\nCare,920,USD\nSite,1450,EUR\n", "EUR", "EUR"),
    ],
)
async def test_an_organization_without_a_currency_takes_that_of_its_list(
    tenants: Tenants, own_world: World, text: str, given: str | None, becomes: str | None
) -> None:
    async with tenants.as_role(own_world.a, "owner") as tx:
        await organizations.update(tx, currency=NO_CURRENCY)
        assert await pricing.currency_of(tx) is None
        assert (await take(tx, text, given)).currency == becomes
        assert await pricing.currency_of(tx) == becomes


async def test_a_list_without_a_currency_for_an_organization_without_one_is_refused(
    tenants: Tenants, own_world: World
) -> None:
    async with tenants.as_role(own_world.a, "owner") as tx:
        await organizations.update(tx, currency=NO_CURRENCY)
        for text in (LIST, "name,price\nCare,$920\n"):
            with pytest.raises(PriceListError, match="give it with --currency"):
                await take(tx, text)
        assert await pricing.currency_of(tx) is None
        assert await found(tx) == []


async def test_a_currency_is_named_once_and_changed_on_purpose(
    tenants: Tenants, own_world: World
) -> None:
    async with tenants.as_role(own_world.a, "owner") as tx:
        await pricing.name_currency(tx, "EUR")
        with pytest.raises(OtherCurrencyError, match="`sealedbid services currency USD` changes"):
            await pricing.name_currency(tx, "USD")
        assert await pricing.set_currency(tx, "usd") == "USD"
        with pytest.raises(UnknownCurrencyError, match="EUR, USD or GBP"):
            await pricing.set_currency(tx, "DM")
        await organizations.update(tx, currency=NO_CURRENCY)
        await pricing.name_currency(tx, "CHF")
        assert await pricing.currency_of(tx) == "CHF"
    async with tenants.as_role(own_world.b) as tx:
        assert await pricing.currency_of(tx) == "EUR"
    for role in ("member", "admin"):
        with pytest.raises(NotAllowedError):
            async with tenants.as_role(own_world.a, role) as tx:
                await pricing.set_currency(tx, "USD")


async def test_a_line_beside_two_other_currencies_is_in_neither(
    tenants: Tenants, own_world: World
) -> None:
    text = "name,price,currency\nCare,920,USD\nShop,920,GBP\nSite,1450,\n"
    async with tenants.as_role(own_world.a, "admin") as tx:
        with pytest.raises(PriceListError, match="Line 4, currency: none is named"):
            await take(tx, text)
        assert (await take(tx, text, "EUR")).others == ("GBP", "USD")
