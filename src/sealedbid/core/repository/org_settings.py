"""Settings of the organization."""

from __future__ import annotations

from typing import Any

from sealedbid.core.models import OrgSetting
from sealedbid.platform.postgres import Jsonb, Queries, Transaction

QUERIES = Queries("sealedbid.core", "org_settings")


async def get(tx: Transaction, key: str) -> OrgSetting | None:
    """Return the setting, or None if it has its default."""
    return await tx.one(QUERIES["get"], OrgSetting, key=key)


async def page(tx: Transaction) -> list[OrgSetting]:
    """Return all settings that are set, ordered by key."""
    return await tx.all(QUERIES["page"], OrgSetting)


async def remove(tx: Transaction, key: str) -> bool:
    """Reset the setting to its default; False if it was not set."""
    return await tx.run(QUERIES["remove"], key=key) == 1


async def set_value(
    tx: Transaction, key: str, value: Any, *, reason: str | None = None
) -> OrgSetting:
    """Set ``key`` to ``value``, any JSON value, for the ``reason`` given; return the setting."""
    return await tx.only(QUERIES["set"], OrgSetting, key=key, value=Jsonb(value), reason=reason)
