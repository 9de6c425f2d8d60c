"""Pricing: the price list, the only source of prices."""

from __future__ import annotations

from sealedbid.content.price_list import read_price_list
from sealedbid.content.repository import services
from sealedbid.core.repository import organizations
from sealedbid.platform.postgres import Transaction


def check_price_list(text: str) -> None:
    """Read a price list without storing it. Raises PriceListError."""
    read_price_list(text, "EUR")


async def import_price_list(tx: Transaction, text: str) -> int:
    """Add or replace the services of a list by their names; return how many it has.

    Prices are in the organization's currency. Raises PriceListError.
    """
    organization = await organizations.get(tx)
    assert organization is not None  # the transaction is in it
    rows = read_price_list(text, organization.currency)
    await services.put(tx, rows)
    return len(rows)
