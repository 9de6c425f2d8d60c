"""Services that the organization sells, with their prices."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, TypeAlias

from fastapi import Depends
from pydantic import Field

from sealedbid.api.answers import IfMatch, Page
from sealedbid.api.cursors import Paging, paging
from sealedbid.api.inputs import FOUND_AT_MOST, Change, Incoming, PathId, Text, Words
from sealedbid.api.route import Sealed
from sealedbid.content.models import BillingPeriod, Service
from sealedbid.content.repository import services
from sealedbid.platform.errors import NameTakenError, ValueRefusedError
from sealedbid.platform.keyset import FIRST_TEXT
from sealedbid.platform.postgres import Rank, Transaction

routes = Sealed("content")
Price: TypeAlias = Annotated[int, Field(ge=0, le=100_000_000_000)]
"""An amount in the currency's smallest unit."""
Share: TypeAlias = Annotated[Decimal, Field(ge=0, le=1, max_digits=6, decimal_places=4)]
"""A fraction: 0.19 is 19 %."""


class ServiceIn(Incoming):
    """A service to add."""

    name: Text
    unit_price_minor: Price
    currency: Text
    description: Text = ""
    unit: Text = "project"
    billing_period: BillingPeriod = "once"
    tax_rate: Share = Decimal(0)


class ServiceChange(Change):
    """The fields of a service that change; with ``active`` false it is offered no longer."""

    name: Text = ""
    unit_price_minor: Price = 0
    currency: Text = ""
    description: Text = ""
    unit: Text = ""
    billing_period: BillingPeriod = "once"
    tax_rate: Share = Decimal(0)
    active: bool = True


ServicePaging: TypeAlias = Annotated[Paging, Depends(paging({"name": "name"}))]


@routes.get("/services", answers=Page[Service], rank=Rank.VIEWER)
async def list_services(
    tx: Transaction, page: ServicePaging, active: bool | None = None
) -> Page[Service]:
    """List services by name, a page at a time."""
    after = page.after or FIRST_TEXT
    return page.of(await services.page(tx, after=after, active=active, limit=page.limit + 1))


@routes.post(
    "/services", answers=Service, rank=Rank.ADMIN, problems=(NameTakenError, ValueRefusedError)
)
async def add_service(tx: Transaction, service: ServiceIn) -> Service:
    """Add a service to the catalog."""
    return await services.add(tx, **service.model_dump())


@routes.get("/services/search", answers=Page[Service], rank=Rank.VIEWER)
async def search_services(
    tx: Transaction, words: Words, active: bool | None = None
) -> Page[Service]:
    """Find the services whose texts have a word that begins with each of the words given.

    The best come first, 50 at most. Accents and capitals make no difference.
    """
    found = await services.search(tx, words, active=active, limit=FOUND_AT_MOST)
    return Page(data=found, next=None)


@routes.get("/services/{id}", answers=Service, rank=Rank.VIEWER)
async def get_service(tx: Transaction, id: PathId) -> Service | None:
    """Read a service."""
    return await services.get(tx, id)


@routes.patch(
    "/services/{id}",
    answers=Service,
    rank=Rank.ADMIN,
    problems=(NameTakenError, ValueRefusedError),
)
async def change_service(
    tx: Transaction, id: PathId, change: ServiceChange, match: IfMatch
) -> Service | None:
    """Change a service for what is sold from now on; what is not given stays."""
    changed = await services.change(tx, id, lock_version=match.version, **change.given())
    return changed or await match.refuse(services.get(tx, id))
