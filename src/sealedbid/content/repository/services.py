"""The catalogue of services."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, TypedDict, Unpack
from uuid import UUID

from sealedbid.content.models import BillingPeriod, Service
from sealedbid.platform.keyset import FIRST_TEXT, Place
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


class ServiceFields(TypedDict, total=False):
    """Fields of a service that people edit; those that are left out stay."""

    name: str
    description: str
    unit: str
    unit_price_minor: int
    currency: str
    billing_period: BillingPeriod
    tax_rate: Decimal
    active: bool


async def change(
    tx: Transaction, id: UUID, *, lock_version: int | None = None, **fields: Unpack[ServiceFields]
) -> Service | None:
    """Set the fields that are given, for what is sold from now on; return the service.

    None if there is none, or if it has changed since ``lock_version`` was read. Raises
    NameTakenError.
    """
    return await tx.one(
        QUERIES["change"],
        Service,
        id=id,
        lock_version=lock_version,
        given=list(fields),
        **dict.fromkeys(ServiceFields.__annotations__) | dict(fields),
    )


async def get(tx: Transaction, id: UUID) -> Service | None:
    """Return the service, or None if it is not in the organization."""
    return await tx.one(QUERIES["get"], Service, id=id)


async def page(
    tx: Transaction, *, after: Place = FIRST_TEXT, active: bool | None = None, limit: int = 100
) -> list[Service]:
    """Return services by name behind ``after``, with ``active`` those that are, or are not."""
    return await tx.all(
        QUERIES["page_by_name"],
        Service,
        after=after.value,
        after_id=after.id,
        active=active,
        limit=limit,
    )


async def put(tx: Transaction, rows: Sequence[dict[str, Any]]) -> None:
    """Insert or update services, matched by name; each row has the arguments of ``add``."""
    await tx.many(QUERIES["put"], rows)


async def search(
    tx: Transaction, words: str, *, active: bool | None = None, limit: int = 50
) -> list[Service]:
    """Return services in which each of ``words`` begins a word, the best first.

    With ``active`` those that are offered, or are not.
    """
    return await tx.all(QUERIES["search"], Service, words=words, active=active, limit=limit)
