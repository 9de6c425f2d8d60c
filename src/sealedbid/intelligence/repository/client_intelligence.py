"""Knowledge about clients, from past work."""

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
    """Insert the record of a client and return its id. ``deal_history`` is oldest first.

    ``client_id`` is None for one that is not in the list of clients. Raises TakenError if the name
    has a record.
    """
    id: UUID = await tx.value(
        QUERIES["add"],
        client_name=client_name,
        client_id=client_id,
        psychographics=psychographics,
        deal_history=[Jsonb(deal) for deal in deal_history],
    )
    return id
