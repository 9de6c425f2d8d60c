"""Clients."""

from __future__ import annotations

from uuid import UUID

from sealedbid.core.models import Client, ClientStatus
from sealedbid.platform.postgres import Queries, Transaction

QUERIES = Queries("sealedbid.core", "clients")


async def add(
    tx: Transaction,
    *,
    name: str,
    email: str | None = None,
    status: ClientStatus = "lead",
    website: str | None = None,
    industry: str | None = None,
    notes: str = "",
) -> Client:
    """Add a client. Raises NameTakenError."""
    return await tx.only(
        QUERIES["add"],
        Client,
        name=name,
        email=email,
        status=status,
        website=website,
        industry=industry,
        notes=notes,
    )


async def change(
    tx: Transaction,
    id: UUID,
    *,
    name: str,
    email: str | None,
    status: ClientStatus,
    website: str | None,
    industry: str | None,
    notes: str,
) -> Client | None:
    """Set all these fields; return the client, or None. Raises NameTakenError."""
    return await tx.one(
        QUERIES["change"],
        Client,
        id=id,
        name=name,
        email=email,
        status=status,
        website=website,
        industry=industry,
        notes=notes,
    )


async def get(tx: Transaction, id: UUID) -> Client | None:
    """Return the client, or None."""
    return await tx.one(QUERIES["get"], Client, id=id)


async def named(tx: Transaction, name: str) -> Client | None:
    """Return the client of exactly this name, or None."""
    return await tx.one(QUERIES["named"], Client, name=name)


async def page(tx: Transaction, *, after: str = "", limit: int = 100) -> list[Client]:
    """Return clients ordered by name, from the first whose name is greater than ``after``."""
    return await tx.all(QUERIES["page"], Client, after=after, limit=limit)


async def remove(tx: Transaction, id: UUID) -> bool:
    """Delete the client and their contacts; False if there is no such client."""
    return await tx.run(QUERIES["remove"], id=id) == 1
