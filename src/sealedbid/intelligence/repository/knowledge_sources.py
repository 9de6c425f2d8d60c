"""Where knowledge comes from."""

from __future__ import annotations

from typing import Any, Literal
from uuid import UUID

from sealedbid.intelligence.models import ContentType, KnowledgeSource
from sealedbid.platform.postgres import Queries, Transaction

QUERIES = Queries("sealedbid.intelligence", "knowledge_sources")

Kind = Literal["file", "url", "paste", "block", "proposal", "folder"]


async def of_content(tx: Transaction, sha256: bytes) -> KnowledgeSource | None:
    """The source with these bytes, or None."""
    return await tx.one(QUERIES["of_content"], KnowledgeSource, sha256=sha256)


async def at(tx: Transaction, origin: str, *, kind: Kind = "file") -> KnowledgeSource | None:
    """Return the source of this origin, or None."""
    return await tx.one(QUERIES["at"], KnowledgeSource, kind=kind, origin=origin)


async def add(
    tx: Transaction,
    *,
    content_type: ContentType,
    title: str,
    origin: str,
    file_id: UUID,
    sha256: bytes,
    chunks: int,
    embedding_model: str,
    kind: Kind = "file",
) -> UUID:
    """A source that has been read; its id.

    Raises KnownSourceError.
    """
    id: UUID = await tx.value(
        QUERIES["add"],
        kind=kind,
        content_type=content_type,
        title=title,
        origin=origin,
        file_id=file_id,
        sha256=sha256,
        chunks=chunks,
        embedding_model=embedding_model,
    )
    return id


async def renew(tx: Transaction, id: UUID, **columns: Any) -> bool:
    """Set every column that ``add`` takes but the kind; whether it is there."""
    return await tx.run(QUERIES["renew"], id=id, **columns) == 1
