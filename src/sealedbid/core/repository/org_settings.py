"""Settings of the organisation."""

from __future__ import annotations

from typing import Any

from sealedbid.core.models import OrgSetting
from sealedbid.platform.postgres import Jsonb, Queries, Transaction

QUERIES = Queries("sealedbid.core", "org_settings")


async def get(tx: Transaction, key: str) -> OrgSetting | None:
    """The setting, or None where it has its default."""
    return await tx.one(QUERIES["get"], OrgSetting, key=key)


async def page(tx: Transaction) -> list[OrgSetting]:
    """All that are set, by key."""
    return await tx.all(QUERIES["page"], OrgSetting)


async def remove(tx: Transaction, key: str) -> bool:
    """Set back to the default; whether it was set."""
    return await tx.run(QUERIES["remove"], key=key) == 1


async def set_value(
    tx: Transaction, key: str, value: Any, *, reason: str | None = None
) -> OrgSetting:
    """Set it, saying why."""
    return await tx.only(QUERIES["set"], OrgSetting, key=key, value=Jsonb(value), reason=reason)
