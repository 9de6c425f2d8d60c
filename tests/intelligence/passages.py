"""Passages of the open organization's knowledge, with predictable vectors."""

from __future__ import annotations

import hashlib
from typing import Any
from uuid import UUID, uuid4

from psycopg import Connection

from tests.db.documents import add

DIMENSIONS = 1536
MODEL = "tests/one"


def vector(*leading: float) -> str:
    """Format these numbers, and zeros after them."""
    return str([*leading, *[0] * (DIMENSIONS - len(leading))])


def add_source(connection: Connection[Any], content_type: str = "case_study") -> UUID:
    title = str(uuid4())
    return add(
        connection,
        "knowledge_sources",
        kind="paste",
        content_type=content_type,
        title=title,
        sha256=hashlib.sha256(title.encode()).digest(),
    )


def add_passage(
    connection: Connection[Any],
    text: str,
    *leading: float,
    content_type: str = "case_study",
    **values: Any,
) -> UUID:
    """Add a passage of a source of its own."""
    return add(
        connection,
        "org_brain",
        **{
            "source_id": add_source(connection, content_type),
            "chunk_no": 1,
            "content_type": content_type,
            "content_text": text,
            "embedding": vector(*leading or (1,)),
            "embedding_model": MODEL,
        }
        | values,
    )


def match(
    connection: Connection[Any],
    organization: UUID | None,
    *leading: float,
    words: str | None = "",
    model: str = MODEL,
    types: list[str] | None = None,
    limit: int = 10,
    candidates: int = 200,
) -> list[tuple[str, float, float]]:
    """Search; returns text, similarity and score of each passage in order."""
    return connection.execute(
        "select content_text, similarity, score from intelligence.match_org_brain("
        "%s, %s::vector, %s, %s, %s::text[], %s, %s)",
        (organization, vector(*leading or (1,)), model, words, types, limit, candidates),
    ).fetchall()


def texts(found: list[tuple[str, float, float]]) -> list[str]:
    return [text for text, _, _ in found]
