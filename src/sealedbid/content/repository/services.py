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
    """Insert a service and return it; ``unit_price_minor`` is in the currency's minor unit."""
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
    """Return the services that new proposals may offer, ordered by name."""
    return await tx.all(QUERIES["catalogue"], Service)


async def change_price(tx: Transaction, id: UUID, unit_price_minor: int) -> Service | None:
    """Set the price, in the currency's minor unit; return the service, or None if there is none."""
    return await tx.one(QUERIES["change_price"], Service, id=id, unit_price_minor=unit_price_minor)


async def get(tx: Transaction, id: UUID) -> Service | None:
    """Return the service, or None if it is not in the organization."""
    return await tx.one(QUERIES["get"], Service, id=id)


async def retire(tx: Transaction, id: UUID) -> bool:
    """Take the service out of the catalogue; False if it was not in it."""
    return await tx.run(QUERIES["retire"], id=id) == 1


async def put(tx: Transaction, rows: Sequence[dict[str, Any]]) -> None:
    """Insert or update services, matched by name; each row has the arguments of ``add``."""
    await tx.many(QUERIES["put"], rows)
