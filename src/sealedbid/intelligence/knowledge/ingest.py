"""A file becomes knowledge: kept whole, cut into passages, each with its vector."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from sealedbid.content.repository import files
from sealedbid.intelligence.embedding import Embedder
from sealedbid.intelligence.knowledge.chunking import Chunk, chunk
from sealedbid.intelligence.knowledge.reading import TextFile, read_text_file
from sealedbid.intelligence.models import ContentType, KnowledgeSource
from sealedbid.intelligence.repository import knowledge_sources, org_brain
from sealedbid.platform.postgres import Transaction

MOST_HEADING = 1000  # characters, as the database has it
FOLDERS: dict[str, ContentType] = {
    "voice": "voice",
    "services": "service",
    "case-studies": "case_study",
    "pricing": "pricing",
    "faq": "faq",
    "policies": "policy",
    "past-proposals": "past_proposal",
    "people": "bio",
    "internal": "internal",
}

Sealed = Callable[[], AbstractAsyncContextManager[Transaction]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What came of a file."""

    path: Path
    outcome: Literal["added", "changed", "unchanged"]
    passages: int


def content_type_of(path: Path) -> ContentType:
    """What a file is, by the nearest folder whose name says so; otherwise how the agency works."""
    for folder in reversed(path.parent.parts):
        if known := FOLDERS.get(folder.lower().replace("_", "-")):
            return known
    return "policy"


async def ingest_file(
    sealed: Sealed, path: Path, embedder: Embedder, content_type: ContentType
) -> Taken:
    """Take one file in; the same bytes again change nothing. Raises UnreadableFile.

    ``sealed`` opens a transaction of a member. None is open while vectors are made.
    """
    file = await asyncio.to_thread(read_text_file, path)
    async with sealed() as tx:
        there = await knowledge_sources.of_content(tx, file.sha256)
    if there is not None and _is_current(there, content_type, embedder):
        return Taken(path=path, outcome="unchanged", passages=there.chunks)
    chunks = await asyncio.to_thread(_cut, file, embedder)
    vectors = await asyncio.to_thread(embedder.embed, [one.passage for one in chunks])
    passages = [
        {"heading": one.heading[:MOST_HEADING], "content_text": one.text, "embedding": vector}
        for one, vector in zip(chunks, vectors, strict=True)
    ]
    async with sealed() as tx:
        outcome = await _keep(tx, file, passages, embedder, content_type)
    return Taken(path=path, outcome=outcome, passages=len(passages))


def _is_current(there: KnowledgeSource, content_type: ContentType, embedder: Embedder) -> bool:
    return there.embedding_model == embedder.model and there.content_type == content_type


def _cut(file: TextFile, embedder: Embedder) -> list[Chunk]:
    return chunk(
        file.text,
        lambda text: embedder.count_tokens(text) <= embedder.max_tokens,
        title=file.title,
    )


async def _keep(
    tx: Transaction,
    file: TextFile,
    passages: list[dict[str, Any]],
    embedder: Embedder,
    content_type: ContentType,
) -> Literal["added", "changed"]:
    url = file.path.resolve().as_uri()
    there = await knowledge_sources.of_content(tx, file.sha256) or await knowledge_sources.at(
        tx, url
    )
    file_id = there.file_id if there is not None and there.sha256 == file.sha256 else None
    if file_id is None:
        kept = await files.add(tx, name=file.path.name, mime="text/plain", content=file.content)
        file_id = kept.id
    columns: dict[str, Any] = {
        "content_type": content_type,
        "title": file.title[:300],
        "url": url if there is None else there.url,
        "file_id": file_id,
        "sha256": file.sha256,
        "chunks": len(passages),
        "embedding_model": embedder.model,
    }
    if there is None:
        source_id = await knowledge_sources.add(tx, **columns)
    else:
        source_id = there.id
        await knowledge_sources.renew(tx, source_id, **columns)
    await org_brain.replace(
        tx, source_id, passages, content_type=content_type, embedding_model=embedder.model
    )
    return "added" if there is None else "changed"
