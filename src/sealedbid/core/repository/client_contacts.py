"""People at a client."""

from __future__ import annotations

from uuid import UUID

from sealedbid.core.models import ClientContact
from sealedbid.platform.postgres import Queries, Transaction

QUERIES = Queries("sealedbid.core", "client_contacts")


async def add(
    tx: Transaction,
    client_id: UUID,
    *,
    name: str,
    email: str,
    title: str | None = None,
    is_signer: bool = False,
) -> ClientContact:
    """Add a person at the client. Raises MissingReferenceError if there is no such client."""
    return await tx.only(
        QUERIES["add"],
        ClientContact,
        client_id=client_id,
        name=name,
        email=email,
        title=title,
        is_signer=is_signer,
    )


async def of_client(tx: Transaction, client_id: UUID) -> list[ClientContact]:
    """Return the people at the client, ordered by name."""
    return await tx.all(QUERIES["of_client"], ClientContact, client_id=client_id)


async def remove(tx: Transaction, id: UUID) -> bool:
    """Delete the person; False if there is no such person."""
    return await tx.run(QUERIES["remove"], id=id) == 1
