"""Contracts with clients."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sealedbid.content.models import ContractStatus
from sealedbid.platform.postgres import Jsonb, Queries, Transaction

QUERIES = Queries("sealedbid.content", "contracts")


async def add(
    tx: Transaction,
    *,
    client_name: str,
    title: str,
    scope: str = "",
    terms: list[dict[str, Any]] | None = None,
    client_id: UUID | None = None,
    effective_on: date | None = None,
    ends_on: date | None = None,
) -> UUID:
    """Insert a draft and return its id. ``terms`` are sections with a heading and a body."""
    id: UUID = await tx.value(
        QUERIES["add"],
        client_name=client_name,
        title=title,
        scope=scope,
        terms=Jsonb(terms or []),
        client_id=client_id,
        effective_on=effective_on,
        ends_on=ends_on,
    )
    return id


async def move(tx: Transaction, id: UUID, status: ContractStatus) -> bool:
    """Move it into another state; False if there is no such contract. Raises StateChangedError."""
    return await tx.run(QUERIES["move"], id=id, status=status) == 1
