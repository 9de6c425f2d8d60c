"""Uploads and exports."""

from __future__ import annotations

from uuid import UUID

from sealedbid.content.models import File
from sealedbid.platform.postgres import Queries, Transaction

QUERIES = Queries("sealedbid.content", "files")


async def add(tx: Transaction, *, name: str, mime: str, content: bytes) -> File:
    """Keep these bytes. files_no_larger_than_25_mib: there are too many."""
    return await tx.only(QUERIES["add"], File, name=name, mime=mime, content=content)


async def remove(tx: Transaction, id: UUID) -> bool:
    """Remove the file, which no source of knowledge may name. Returns False if it is not there."""
    return await tx.run(QUERIES["remove"], id=id) == 1
