"""The library of reusable texts."""

from __future__ import annotations

from uuid import UUID

from sealedbid.content.models import BlockKind
from sealedbid.platform.postgres import Queries, Transaction

QUERIES = Queries("sealedbid.content", "content_blocks")


async def add(tx: Transaction, *, kind: BlockKind, title: str, body: str, tags: list[str]) -> UUID:
    """Add a text and return its id. Raises NameTakenError for its kind and title."""
    id: UUID = await tx.value(QUERIES["add"], kind=kind, title=title, body=body, tags=tags)
    return id
