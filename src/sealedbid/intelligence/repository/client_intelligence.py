"""What past work taught about clients."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sealedbid.platform.postgres import Jsonb, Queries, Transaction

QUERIES = Queries("sealedbid.intelligence", "client_intelligence")


async def add(
    tx: Transaction,
    *,
    client_name: str,
    client_id: UUID | None,
    psychographics: dict[str, Any],
    deal_history: list[dict[str, Any]],
) -> UUID:
    """What is known of a client; its id. ``deal_history`` is oldest first."""
    id: UUID = await tx.value(
        QUERIES["add"],
        client_name=client_name,
        client_id=client_id,
        psychographics=psychographics,
        deal_history=[Jsonb(deal) for deal in deal_history],
    )
    return id
