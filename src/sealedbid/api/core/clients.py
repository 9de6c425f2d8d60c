"""Clients of the organization."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from fastapi import Depends

from sealedbid.api.answers import IfMatch, Page
from sealedbid.api.cursors import Paging, paging
from sealedbid.api.inputs import FOUND_AT_MOST, Change, Incoming, PathId, Text, Words
from sealedbid.api.route import Sealed
from sealedbid.core.models import Client, ClientStatus
from sealedbid.core.repository import clients
from sealedbid.platform.errors import InUseError, NameTakenError, ValueRefusedError
from sealedbid.platform.postgres import Rank, Transaction

routes = Sealed("core")


class ClientIn(Incoming):
    """A client to add."""

    name: Text
    email: Text | None = None
    status: ClientStatus = "lead"
    website: Text | None = None
    industry: Text | None = None
    notes: Text = ""


class ClientChange(Change):
    """The fields of a client that change."""

    name: Text = ""
    email: Text | None = None
    status: ClientStatus = "lead"
    website: Text | None = None
    industry: Text | None = None
    notes: Text = ""


ClientPaging: TypeAlias = Annotated[
    Paging, Depends(paging({"name": "name", "newest": "created_at"}))
]


@routes.get("/clients", answers=Page[Client], rank=Rank.VIEWER)
async def list_clients(
    tx: Transaction, page: ClientPaging, status: ClientStatus | None = None
) -> Page[Client]:
    """List clients, a page at a time."""
    sort: clients.ClientSort = "newest" if page.sort == "newest" else "name"
    return page.of(
        await clients.page(tx, sort=sort, after=page.after, status=status, limit=page.limit + 1)
    )


@routes.post(
    "/clients", answers=Client, rank=Rank.MEMBER, problems=(NameTakenError, ValueRefusedError)
)
async def add_client(tx: Transaction, client: ClientIn) -> Client:
    """Add a client."""
    return await clients.add(tx, **client.model_dump())


@routes.get("/clients/search", answers=Page[Client], rank=Rank.VIEWER)
async def search_clients(
    tx: Transaction, words: Words, status: ClientStatus | None = None
) -> Page[Client]:
    """Find the clients whose texts have a word that begins with each of the words given.

    The best come first, 50 at most. Accents and capitals make no difference.
    """
    found = await clients.search(tx, words, status=status, limit=FOUND_AT_MOST)
    return Page(data=found, next=None)


@routes.get("/clients/{id}", answers=Client, rank=Rank.VIEWER)
async def get_client(tx: Transaction, id: PathId) -> Client | None:
    """Read a client."""
    return await clients.get(tx, id)


@routes.patch(
    "/clients/{id}",
    answers=Client,
    rank=Rank.MEMBER,
    problems=(NameTakenError, ValueRefusedError),
)
async def change_client(
    tx: Transaction, id: PathId, change: ClientChange, match: IfMatch
) -> Client | None:
    """Change a client; what is not given stays."""
    changed = await clients.change(tx, id, lock_version=match.version, **change.given())
    return changed or await match.refuse(clients.get(tx, id))


@routes.delete("/clients/{id}", rank=Rank.ADMIN, problems=(InUseError,))
async def remove_client(tx: Transaction, id: PathId, match: IfMatch) -> bool:
    """Remove a client with their contacts."""
    removed = await clients.remove(tx, id, lock_version=match.version)
    return removed or await match.refuse(clients.get(tx, id))
