"""Settings of the installation."""

from __future__ import annotations

from typing import Any

from sealedbid.platform.postgres import Jsonb, Queries, Transaction
from sealedbid.system.settings.models import SystemSetting

QUERIES = Queries("sealedbid.system.settings", "system_settings")


async def page(tx: Transaction) -> list[SystemSetting]:
    """Return the public settings, ordered by key; all settings for admins of the platform."""
    return await tx.all(QUERIES["page"], SystemSetting)


async def set_value(
    tx: Transaction,
    key: str,
    value: Any,
    *,
    description: str | None = None,
    is_public: bool | None = None,
) -> None:
    """Set a setting, as an admin of the platform; None keeps its description and visibility."""
    await tx.run(
        QUERIES["set"],
        key=key,
        value=Jsonb(value),
        description=description,
        is_public=is_public,
    )
