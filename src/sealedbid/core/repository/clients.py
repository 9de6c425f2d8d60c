"""Clients."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias, TypedDict, Unpack
from uuid import UUID

from sealedbid.core.models import Client, ClientStatus
from sealedbid.platform.keyset import FIRST_TEXT, NEWEST, Place
from sealedbid.platform.postgres import Queries, Transaction

QUERIES = Queries("sealedbid.core", "clients")
ClientSort: TypeAlias = Literal["name", "newest"]
_SORTS: Final = {"name": ("page_by_name", FIRST_TEXT), "newest": ("page_by_newest", NEWEST)}


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


class ClientFields(TypedDict, total=False):
    """Fields of a client that people edit; those that are left out stay."""

    name: str
    email: str | None
    status: ClientStatus
    website: str | None
    industry: str | None
    notes: str


async def change(
    tx: Transaction, id: UUID, *, lock_version: int | None = None, **fields: Unpack[ClientFields]
) -> Client | None:
    """Set the fields that are given; return the client.

    None if there is none, or if it has changed since ``lock_version`` was read. Raises
    NameTakenError.
    """
    return await tx.one(
        QUERIES["change"],
        Client,
        id=id,
        lock_version=lock_version,
        given=list(fields),
        **dict.fromkeys(ClientFields.__annotations__) | dict(fields),
    )


async def get(tx: Transaction, id: UUID) -> Client | None:
    """Return the client, or None."""
    return await tx.one(QUERIES["get"], Client, id=id)


async def named(tx: Transaction, name: str) -> Client | None:
    """Return the client of exactly this name, or None."""
    return await tx.one(QUERIES["named"], Client, name=name)


async def page(
    tx: Transaction,
    *,
    sort: ClientSort = "name",
    after: Place | None = None,
    status: ClientStatus | None = None,
    limit: int = 100,
) -> list[Client]:
    """Return clients of this status behind ``after``; None means of any, from the beginning."""
    statement, first = _SORTS[sort]
    place = after or first
    return await tx.all(
        QUERIES[statement],
        Client,
        after=place.value,
        after_id=place.id,
        status=status,
        limit=limit,
    )


async def remove(tx: Transaction, id: UUID, *, lock_version: int | None = None) -> bool:
    """Delete the client and their contacts.

    False if there is no such client, or if it has changed since ``lock_version`` was read.
    """
    return await tx.run(QUERIES["remove"], id=id, lock_version=lock_version) == 1


async def search(
    tx: Transaction, words: str, *, status: ClientStatus | None = None, limit: int = 50
) -> list[Client]:
    """Return clients of this status in which each of ``words`` begins a word, the best first."""
    return await tx.all(QUERIES["search"], Client, words=words, status=status, limit=limit)
