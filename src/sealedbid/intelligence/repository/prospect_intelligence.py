"""Research on prospects."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sealedbid.platform.postgres import Jsonb, Queries, Transaction

QUERIES = Queries("sealedbid.intelligence", "prospect_intelligence")


async def add(
    tx: Transaction,
    *,
    prospect_name: str,
    website_url: str | None,
    profile: dict[str, Any],
    sources: list[dict[str, Any]],
) -> UUID:
    """Insert what research found about a prospect and return the id. Raises TakenError."""
    id: UUID = await tx.value(
        QUERIES["add"],
        prospect_name=prospect_name,
        website_url=website_url,
        profile=profile,
        sources=Jsonb(sources),
    )
    return id
