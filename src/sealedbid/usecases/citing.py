"""Passages that support a sentence of a draft: searched, named and quoted."""

from __future__ import annotations

import asyncio
from typing import Final, get_args

from sealedbid.intelligence.embedding import embedder_for
from sealedbid.intelligence.errors import NotInPassageError, UnknownPassageError
from sealedbid.intelligence.models import ContentType, Match
from sealedbid.intelligence.repository import org_brain
from sealedbid.intelligence.repository.org_brain import Question
from sealedbid.platform.postgres import Sealed, Transaction

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


async def find_passage(tx: Transaction, id: str) -> Match:
    """Return the passage whose id this is or begins with, if a client may be quoted it.

    Raises UnknownPassageError, also where several ids begin so.
    """
    digits = id.strip().lower().replace("-", "")
    is_hex = digits != "" and set(digits) <= set("0123456789abcdef")
    found = await org_brain.beginning_with(tx, digits) if is_hex else []
    if len(found) != 1:
        raise UnknownPassageError(id)
    return found[0]


def quote_in(passage: Match, quote: str) -> str:
    """Return the quote as the passage has it; line breaks and spaces may differ.

    Raises NotInPassageError.
    """
    words = quote.split()
    at, text = 0, passage.content_text
    while words and (at := text.find(words[0], at)) >= 0:
        end = _end_of(text, at, words)
        if end is not None:
            return text[at:end]
        at += 1
    raise NotInPassageError(passage.source_title)


def _end_of(text: str, at: int, words: list[str]) -> int | None:
    """The end of these words in the text, from a place on; None if others follow there."""
    for place, word in enumerate(words):
        if place:
            rest = text[at:]
            blank = len(rest) - len(rest.lstrip())
            if blank == 0:
                return None
            at += blank
        if not text.startswith(word, at):
            return None
        at += len(word)
    return at
