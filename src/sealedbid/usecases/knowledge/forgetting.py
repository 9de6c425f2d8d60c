"""Finds the sources whose files are gone, and forgets them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sealedbid.content.repository import files
from sealedbid.intelligence.knowledge.folder import Folder
from sealedbid.intelligence.models import KnowledgeSource
from sealedbid.intelligence.repository import knowledge_sources
from sealedbid.platform.postgres import Sealed, Transaction
from sealedbid.system.audit_log.repository import audit_log
from sealedbid.usecases.knowledge.models import Learned

FORGOTTEN = "knowledge.forgotten"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """Known sources below a folder whose text is in it no more.

    ``sources`` were read from this folder; those of ``elsewhere`` from another one of its name, in
    which they may still be. The files of ``unread`` are there and could not be read this time.
    ``kept`` is the number of the sources known before that were read.
    """

    sources: tuple[KnowledgeSource, ...] = ()
    elsewhere: tuple[KnowledgeSource, ...] = ()
    unread: tuple[KnowledgeSource, ...] = ()
    kept: int = 0


async def find_gone(tx: Transaction, folder: Folder, learned: Sequence[Learned]) -> Gone:
    """Find the sources whose files are gone, after all files of the folder were ``learned``.

    A text that was read from any file is not gone, whatever origin it is known by.
    """
    texts = {one.sha256 for one in learned}
    read = {one.origin for one in learned}
    copies = {one.origin for one in learned if one.outcome == "copied"}
    sources: list[KnowledgeSource] = []
    elsewhere: list[KnowledgeSource] = []
    unread: list[KnowledgeSource] = []
    for source in await knowledge_sources.below(tx, folder.origin):
        if source.sha256 in texts:
            continue
        if folder.lacks(source.origin) or source.origin in copies:
            (sources if folder.brought(source) else elsewhere).append(source)
        elif source.origin in folder.files and source.origin not in read:
            unread.append(source)
    return Gone(
        sources=tuple(sources),
        elsewhere=tuple(elsewhere),
        unread=tuple(unread),
        kept=sum(one.outcome in {"unchanged", "changed", "moved"} for one in learned),
    )


async def forget(sealed: Sealed, sources: Sequence[KnowledgeSource]) -> list[KnowledgeSource]:
    """Remove the sources with their passages and files, and return those that were removed.

    ``sealed`` opens a transaction of an admin, in which the audit log records each. A member of
    lower rank removes none.
    """
    forgotten: list[KnowledgeSource] = []
    for source in sources:
        async with sealed() as tx:
            if not await knowledge_sources.remove(tx, source.id):
                continue
            if source.file_id is not None:
                await files.remove(tx, source.file_id)
            await audit_log.record(
                tx,
                FORGOTTEN,
                resource_type="knowledge_sources",
                resource_id=str(source.id),
                detail={
                    "origin": source.origin,
                    "title": source.title,
                    "sha256": source.sha256.hex(),
                    "passages": source.chunks,
                },
            )
            forgotten.append(source)
    return forgotten
