"""Knowledge: a source becomes passages that can be quoted, each with its vector."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Literal

from sealedbid.content.repository import files
from sealedbid.intelligence.embedding import Embedder, embedder_for, open_embedder
from sealedbid.intelligence.errors import DeepFile
from sealedbid.intelligence.knowledge.chunking import Chunk, chunk
from sealedbid.intelligence.knowledge.reading import TextFile, read_text
from sealedbid.intelligence.models import ContentType, KnowledgeSource
from sealedbid.intelligence.repository import knowledge_sources, org_brain
from sealedbid.platform.postgres import Sealed, Transaction

MOST_HEADING = 1000  # characters, as the database has it
MOST_ORIGIN = 2000
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A text file as it came in.

    ``origin`` identifies it within the organization: the path from the folder that was ingested, an
    upload's name, a URL; never a place on one machine.
    """

    name: str
    origin: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """The outcome of learning a source."""

    origin: str
    outcome: Literal["added", "changed", "unchanged"]
    passages: int


def content_type_of(path: str) -> ContentType:
    """Return the kind of knowledge that the nearest folder's name tells, otherwise a policy."""
    for folder in reversed(PurePosixPath(path).parent.parts):
        if known := FOLDERS.get(folder.lower().replace("_", "-")):
            return known
    return "policy"


async def choose_embedder(tx: Transaction) -> Embedder:
    """Return the embedder of the vectors that are there, so that all can be compared.

    Where there are none, the best one that is installed.
    """
    models = await org_brain.models(tx)
    return embedder_for(models) if models else open_embedder()


async def learn(
    sealed: Sealed, source: Source, embedder: Embedder, content_type: ContentType
) -> Learned:
    """Add a source, or update the one of its origin; the same bytes again change nothing.

    ``sealed`` opens a transaction of a member. None is open while vectors are made. Raises
    UnreadableFile.
    """
    if len(source.origin) > MOST_ORIGIN:
        raise DeepFile(source.name, MOST_ORIGIN)
    file = await asyncio.to_thread(read_text, source.name, source.content)
    async with sealed() as tx:
        there = await knowledge_sources.of_content(tx, file.sha256)
    if there is not None and _is_current(there, content_type, embedder):
        return Learned(origin=source.origin, outcome="unchanged", passages=there.chunks)
    chunks = await asyncio.to_thread(_cut, file, embedder)
    vectors = await asyncio.to_thread(embedder.embed, [one.passage for one in chunks])
    passages = [
        {"heading": one.heading[:MOST_HEADING], "content_text": one.text, "embedding": vector}
        for one, vector in zip(chunks, vectors, strict=True)
    ]
    async with sealed() as tx:
        outcome = await _keep(tx, source, file, passages, embedder, content_type)
    return Learned(origin=source.origin, outcome=outcome, passages=len(passages))


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
    source: Source,
    file: TextFile,
    passages: list[dict[str, Any]],
    embedder: Embedder,
    content_type: ContentType,
) -> Literal["added", "changed"]:
    there = await knowledge_sources.of_content(tx, file.sha256) or await knowledge_sources.at(
        tx, source.origin
    )
    file_id = there.file_id if there is not None and there.sha256 == file.sha256 else None
    if file_id is None:
        kept = await files.add(tx, name=source.name, mime="text/plain", content=file.content)
        file_id = kept.id
    columns: dict[str, Any] = {
        "content_type": content_type,
        "title": file.title[:300],
        "origin": source.origin if there is None else there.origin,
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
