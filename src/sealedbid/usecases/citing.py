"""Searching the knowledge for a passage that supports a sentence of a draft."""

from __future__ import annotations

import asyncio
from typing import Final, get_args

from sealedbid.intelligence.embedding import embedder_for
from sealedbid.intelligence.models import ContentType, Match
from sealedbid.intelligence.repository import org_brain
from sealedbid.intelligence.repository.org_brain import Question
from sealedbid.platform.postgres import Sealed

QUOTABLE: Final[tuple[ContentType, ...]] = tuple(
    kind for kind in get_args(ContentType) if kind != "internal"
)


async def find_passages(sealed: Sealed, words: str, *, limit: int = 5) -> list[Match]:
    """Find the passages nearest to these words that a client may be quoted, the best first.

    No transaction is open while the vector is made. Raises LocalModelMissingError,
    ModelChangedError.
    """
    async with sealed() as tx:
        models = await org_brain.models(tx)
    embedder = await asyncio.to_thread(embedder_for, models)
    ((*vector,),) = await asyncio.to_thread(embedder.embed, [words])
    question = Question(key="sentence", words=words, embedding=vector)
    async with sealed() as tx:
        return await org_brain.match(
            tx, [question], model=embedder.model, types=QUOTABLE, limit=limit
        )
