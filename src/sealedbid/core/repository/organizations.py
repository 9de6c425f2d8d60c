"""Organizations."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sealedbid.core.currencies import NO_CURRENCY
from sealedbid.core.models import Organization
from sealedbid.platform.postgres import Queries, Transaction

QUERIES = Queries("sealedbid.core", "organizations")


async def create(
    tx: Transaction,
    *,
    name: str,
    locale: str = "en",
    currency: str = NO_CURRENCY,
    timezone: str = "UTC",
) -> UUID:
    """Found an organization; the person between organizations becomes its owner. Return its id.

    Without a currency nothing is priced until it has one. Raises LimitReachedError,
    ValueRefusedError.
    """
    id: UUID = await tx.value(
        QUERIES["create"], name=name, locale=locale, currency=currency, timezone=timezone
    )
    return id


async def get(tx: Transaction) -> Organization | None:
    """Return the open organization."""
    return await tx.one(QUERIES["get"], Organization)


async def update(
    tx: Transaction,
    *,
    name: str | None = None,
    branding: dict[str, Any] | None = None,
    locale: str | None = None,
    currency: str | None = None,
    timezone: str | None = None,
    require_mfa: bool | None = None,
    lock_version: int | None = None,
) -> bool:
    """Set the fields that are not None, as an owner.

    False if the organization has changed since ``lock_version`` was read. Raises NotAllowedError,
    ValueRefusedError, FactorAskedError if ``require_mfa`` is set and the owner has shown no factor.
    """
    is_changed: bool = await tx.value(
        QUERIES["update"],
        name=name,
        branding=branding,
        locale=locale,
        currency=currency,
        timezone=timezone,
        require_mfa=require_mfa,
        lock_version=lock_version,
    )
    return is_changed
