"""Passages of the organization's knowledge, with their vectors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sealedbid.intelligence.models import ContentType, Match
from sealedbid.platform.postgres import Queries, Transaction

QUERIES = Queries("sealedbid.intelligence", "org_brain")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question to search for; ``embedding``, of unit length, is by the model that is searched."""

    key: str
    words: str
    embedding: Sequence[float]


@dataclass(frozen=True, slots=True)
class _Model:
    embedding_model: str


def as_vector(embedding: Sequence[float]) -> str:
    """The text form of pgvector; zeros, of which a padded vector has many, cost one character."""
    return f"[{','.join(f'{value:.7g}' for value in embedding)}]"


async def replace(
    tx: Transaction,
    source_id: UUID,
    passages: Sequence[dict[str, Any]],
    *,
    content_type: ContentType,
    embedding_model: str,
) -> None:
    """Replace the passages of a source, in order; each has heading, content_text, embedding."""
    await tx.run(QUERIES["clear"], source_id=source_id)
    await tx.many(
        QUERIES["add"],
        [
            {
                **passage,
                "embedding": as_vector(passage["embedding"]),
                "source_id": source_id,
                "chunk_no": number,
                "content_type": content_type,
                "embedding_model": embedding_model,
            }
            for number, passage in enumerate(passages, start=1)
        ],
    )


async def models(tx: Transaction) -> set[str]:
    """Return the names of the models that made the stored vectors."""
    return {row.embedding_model for row in await tx.all(QUERIES["models"], _Model)}


async def match(
    tx: Transaction,
    questions: Sequence[Question],
    *,
    model: str,
    types: Sequence[ContentType],
    limit: int,
) -> list[Match]:
    """Return the best passages of these types for each question, by its key, the best first."""
    if not questions:
        return []
    return await tx.all(
        QUERIES["match"],
        Match,
        keys=[question.key for question in questions],
        embeddings=[as_vector(question.embedding) for question in questions],
        words=[question.words for question in questions],
        model=model,
        types=list(types),
        limit=limit,
    )


async def of_sources(tx: Transaction, source_ids: Sequence[UUID]) -> list[Match]:
    """Return all passages of these sources, in order."""
    return await tx.all(QUERIES["of_sources"], Match, source_ids=list(source_ids))


async def of_type(tx: Transaction, content_type: ContentType) -> list[Match]:
    """Everything of the sources of a type, in order; at most a thousand passages."""
    return await tx.all(QUERIES["of_type"], Match, content_type=content_type)


async def beginning_with(tx: Transaction, digits: str) -> list[Match]:
    """Passages that may be quoted whose ids' hexadecimal digits begin with these; two at most."""
    return await tx.all(QUERIES["beginning_with"], Match, digits=digits)
