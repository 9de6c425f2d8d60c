"""Sources of knowledge: files, pages and texts that were ingested."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal
from uuid import UUID

from sealedbid.intelligence.models import ContentType, KnowledgeSource
from sealedbid.platform.postgres import Queries, Transaction

QUERIES = Queries("sealedbid.intelligence", "knowledge_sources")

Kind = Literal["file", "url", "paste", "block", "proposal", "folder"]


async def of_content(tx: Transaction, sha256: bytes) -> KnowledgeSource | None:
    """Return the source whose bytes have this sha256, or None."""
    return await tx.one(QUERIES["of_content"], KnowledgeSource, sha256=sha256)


async def at(tx: Transaction, origin: str, *, kind: Kind = "file") -> KnowledgeSource | None:
    """Return the source of this origin, or None."""
    return await tx.one(QUERIES["at"], KnowledgeSource, kind=kind, origin=origin)


async def below(tx: Transaction, origin: str, *, kind: Kind = "file") -> list[KnowledgeSource]:
    """Return the sources below the folder of this origin, by their origins."""
    return await tx.all(QUERIES["below"], KnowledgeSource, kind=kind, folder=f"{origin}/")


async def fingerprint(tx: Transaction) -> str:
    """Return a SHA-256 in hex that changes whenever a source comes, changes or goes."""
    return str(await tx.value(QUERIES["fingerprint"]))


async def add(
    tx: Transaction,
    *,
    content_type: ContentType,
    title: str,
    origin: str,
    place: bytes | None,
    file_id: UUID,
    sha256: bytes,
    chunks: int,
    embedding_model: str,
    review_by: date | None,
    kind: Kind = "file",
) -> UUID:
    """Insert a source that has been read and return its id.

    ``origin`` is its identity: a file's name, a path below the folder that was ingested, or a URL.
    ``sha256`` is of the file's bytes, ``chunks`` the number of its passages. Raises
    KnownSourceError.
    """
    id: UUID = await tx.value(
        QUERIES["add"],
        kind=kind,
        content_type=content_type,
        title=title,
        origin=origin,
        place=place,
        file_id=file_id,
        sha256=sha256,
        chunks=chunks,
        embedding_model=embedding_model,
        review_by=review_by,
    )
    return id


async def renew(tx: Transaction, id: UUID, **columns: Any) -> bool:
    """Set the columns that ``add`` takes, except ``kind``; False if there is no such source."""
    return await tx.run(QUERIES["renew"], id=id, **columns) == 1


async def place(tx: Transaction, id: UUID, place: bytes | None) -> bool:
    """Set the place at which the file was read last. Returns False if the source is not there."""
    return await tx.run(QUERIES["place"], id=id, place=place) == 1


async def unname(tx: Transaction, id: UUID) -> bool:
    """Take the origin from a source whose text another file has. Returns False if it is not there.

    Its place stays, which tells it from a source that never had an origin.
    """
    return await tx.run(QUERIES["unname"], id=id) == 1


async def remove(tx: Transaction, id: UUID) -> bool:
    """Remove the source and its passages. Returns False if it is not there."""
    return await tx.run(QUERIES["remove"], id=id) == 1
