"""Learns a source: it becomes passages that can be quoted, each with its vector."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, TypeAlias

from sealedbid.content.repository import files
from sealedbid.intelligence.embedding import Embedder, embedder_for, open_embedder
from sealedbid.intelligence.errors import DeepFile
from sealedbid.intelligence.knowledge.chunking import Chunk, chunk
from sealedbid.intelligence.knowledge.folder import Folder
from sealedbid.intelligence.knowledge.reading import TextFile, read_text
from sealedbid.intelligence.knowledge.review import Review, find_review
from sealedbid.intelligence.knowledge.saying import why_nothing
from sealedbid.intelligence.models import ContentType
from sealedbid.intelligence.repository import knowledge_sources, org_brain
from sealedbid.platform.postgres import Sealed, Transaction
from sealedbid.usecases.knowledge.known import Known, known_of
from sealedbid.usecases.knowledge.models import Learned, Outcome, Source

MOST_HEADING = 1000  # characters, as the database has it
MOST_ORIGIN = 2000
AT_ONCE = 256  # passages that are embedded together
Progress: TypeAlias = Callable[[int, int], None]  # passages that have a vector, and of how many


async def choose_embedder(tx: Transaction) -> Embedder:
    """Return the embedder of the vectors that are there, so that all can be compared.

    Where there are none, the best one that is installed.
    """
    models = await org_brain.models(tx)
    return embedder_for(models) if models else open_embedder()


async def learn(
    sealed: Sealed,
    source: Source,
    embedder: Embedder,
    content_type: ContentType,
    *,
    folder: Folder | None = None,
    progress: Progress = lambda done, of: None,
) -> Learned:
    """Add a source, or update the one of its origin; the same bytes again change nothing.

    Bytes that are known by another origin stay there, unless that one's file is missing from
    ``folder``, where the source was found: then it has moved. ``sealed`` opens a transaction of a
    member. None is open while vectors are made, of which ``progress`` is told. Raises
    UnreadableFile.
    """
    if len(source.origin) > MOST_ORIGIN:
        raise DeepFile(source.name, MOST_ORIGIN)
    file = await asyncio.to_thread(read_text, source.name, source.content)
    review = await asyncio.to_thread(find_review, file.text)
    async with sealed() as tx:
        known = await known_of(tx, source, file.sha256, folder)
        there = known.current(source, content_type, embedder)
        if there and there.origin == source.origin and there.place != source.place:
            await knowledge_sources.place(tx, there.id, source.place)
    if there is not None:
        outcome: Outcome = "copied" if known.is_copy else "unchanged"
        passages = there.chunks
    else:
        rows = await _rows(file, embedder, progress)
        passages = len(rows)
        async with sealed() as tx:
            known = await known_of(
                tx, source, file.sha256, folder
            )  # by now another may have stored it
            outcome = known.outcome(source)
            if outcome != "copied":
                await _keep(tx, source, file, rows, embedder, content_type, review, known)
    return Learned(
        origin=source.origin,
        outcome=outcome,
        passages=passages,
        sha256=file.sha256,
        review=review,
        other=known.other(source),
        remark="" if passages else why_nothing(file.text),
    )


async def _rows(file: TextFile, embedder: Embedder, progress: Progress) -> list[dict[str, Any]]:
    """Return the passages of a file with their vectors, as they are stored."""
    chunks = await asyncio.to_thread(_cut, file, embedder)
    rows: list[dict[str, Any]] = []
    for start in range(0, len(chunks), AT_ONCE):
        some = chunks[start : start + AT_ONCE]
        vectors = await asyncio.to_thread(embedder.embed, [one.passage for one in some])
        rows += [
            {
                "heading": one.heading[:MOST_HEADING],
                "content_text": one.content,
                "embedding": vector,
            }
            for one, vector in zip(some, vectors, strict=True)
        ]
        progress(len(rows), len(chunks))
    return rows


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
    review: Review,
    known: Known,
) -> None:
    there = known.there
    file_id = there.file_id if there is not None and known.is_same_text else None
    if file_id is None:
        kept = await files.add(tx, name=source.name, mime="text/plain", content=file.content)
        file_id = kept.id
    columns: dict[str, Any] = {
        "content_type": content_type,
        "title": file.title[:300],
        "origin": source.origin,
        "place": source.place,
        "file_id": file_id,
        "sha256": file.sha256,
        "chunks": len(passages),
        "embedding_model": embedder.model,
        "review_by": review.by,
    }
    if there is None:
        source_id = await knowledge_sources.add(tx, **columns)
    else:
        source_id = there.id
        await knowledge_sources.renew(tx, source_id, **columns)
    await org_brain.replace(
        tx, source_id, passages, content_type=content_type, embedding_model=embedder.model
    )
