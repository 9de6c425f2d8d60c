"""The catalogue of services."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from sealedbid.content.models import BillingPeriod, Service
from sealedbid.platform.postgres import Queries, Transaction

QUERIES = Queries("sealedbid.content", "services")


async def add(
    tx: Transaction,
    *,
    name: str,
    unit_price_minor: int,
    currency: str,
    description: str = "",
    unit: str = "project",
    billing_period: BillingPeriod = "once",
    tax_rate: Decimal = Decimal(0),
) -> Service:
    """A new service; the price is in the currency's minor unit."""
    return await tx.only(
        QUERIES["add"],
        Service,
        name=name,
        description=description,
        unit=unit,
        unit_price_minor=unit_price_minor,
        currency=currency,
        billing_period=billing_period,
        tax_rate=tax_rate,
    )


async def catalogue(tx: Transaction) -> list[Service]:
    """What is offered in new proposals, by name."""
    return await tx.all(QUERIES["catalogue"], Service)


async def change_price(tx: Transaction, id: UUID, unit_price_minor: int) -> Service | None:
    """The service at its new price, or None if there is none."""
    return await tx.one(QUERIES["change_price"], Service, id=id, unit_price_minor=unit_price_minor)


async def get(tx: Transaction, id: UUID) -> Service | None:
    """The service, or None."""
    return await tx.one(QUERIES["get"], Service, id=id)


async def retire(tx: Transaction, id: UUID) -> bool:
    """Offer it no longer; whether it was offered."""
    return await tx.run(QUERIES["retire"], id=id) == 1


async def put(tx: Transaction, rows: Sequence[dict[str, Any]]) -> None:
    """Services by their names, new or changed; each row gives what ``add`` takes."""
    await tx.many(QUERIES["put"], rows)
