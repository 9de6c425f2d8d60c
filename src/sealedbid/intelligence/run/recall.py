"""The organization's knowledge is asked one question for each goal and requirement."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from operator import mul

from sealedbid.content.models import Service
from sealedbid.intelligence.brief import Brief
from sealedbid.intelligence.embedding import embedder_for
from sealedbid.intelligence.models import Match
from sealedbid.intelligence.repository import org_brain
from sealedbid.intelligence.repository.org_brain import Question
from sealedbid.intelligence.run.step import Result, Step, Stored, Tools
from sealedbid.intelligence.shortening import plural
from sealedbid.intelligence.writer import Recall
from sealedbid.intelligence.writer.aside import without_orders
from sealedbid.intelligence.writer.doubts import doubts
from sealedbid.intelligence.writer.questions import Ask, questions, wishes_of
from sealedbid.intelligence.writer.sources import shown_beside, shown_whole
from sealedbid.platform.postgres import Transaction


class RecallInput(Stored):
    """The brief, the services that may answer it, and the fingerprint of what can be found."""

    brief: Brief
    offers: tuple[Service, ...]
    knowledge: str


class RecallOutput(Stored):
    """The passages that were found, and how near each service is."""

    recall: Recall


async def run(given: RecallInput, tools: Tools) -> Result[RecallOutput]:
    """Find the passages. No transaction is open while vectors are made."""
    asks = questions(given.brief)
    async with tools.sealed() as tx:
        models = await org_brain.models(tx)
    embedder = await asyncio.to_thread(embedder_for, models)
    texts = [ask.text for ask in asks] + [f"{o.name}. {o.description}" for o in given.offers]
    vectors = await asyncio.to_thread(embedder.embed, texts)
    asked, offered = vectors[: len(asks)], vectors[len(asks) :]
    async with tools.sealed() as tx:
        matches = await _matches(tx, asks, asked, embedder.model)
        whole = await org_brain.of_sources(tx, shown_whole(matches))
        pages = await org_brain.of_sources(tx, shown_beside(matches))
        internal = await org_brain.of_type(tx, "internal")
    recall = Recall(
        is_semantic=embedder.is_semantic,
        matches=tuple(matches),
        whole=tuple(whole),
        pages=tuple(pages),
        offers=_nearness(given.offers, offered, asks, asked),
        doubts=doubts(internal, roles=[offer.name for offer in given.offers]),
    )
    return Result(output=RecallOutput(recall=without_orders(recall)), by=embedder.model)


async def _matches(
    tx: Transaction, asks: Sequence[Ask], vectors: Sequence[Sequence[float]], model: str
) -> list[Match]:
    """Search once for all questions that look in the same places."""
    matches: list[Match] = []
    for types, limit in {(ask.types, ask.limit): None for ask in asks}:
        searched = [
            Question(key=ask.key, words=ask.text, embedding=list(vector))
            for ask, vector in zip(asks, vectors, strict=True)
            if (ask.types, ask.limit) == (types, limit)
        ]
        matches += await org_brain.match(tx, searched, model=model, types=types, limit=limit)
    return matches


def _nearness(
    offers: Sequence[Service],
    offered: Sequence[Sequence[float]],
    asks: Sequence[Ask],
    asked: Sequence[Sequence[float]],
) -> dict[str, list[float]]:
    """The similarity of each service to each wish, by the service's id."""
    wishes = {wish.key for wish in wishes_of(asks)}
    wanted = [vector for ask, vector in zip(asks, asked, strict=True) if ask.key in wishes]
    return {
        str(offer.id): [sum(map(mul, vector, wish)) for wish in wanted]
        for offer, vector in zip(offers, offered, strict=True)
    }


def found(output: RecallOutput) -> str:
    """Count the passages and their sources."""
    matches = output.recall.matches
    sources = len({match.source_id for match in matches})
    passages = len({match.id for match in matches})
    return f"{plural(passages, 'passage')} of {plural(sources, 'source')}"


STEP = Step(
    name="recall",
    doing="Looking up what you know",
    input=RecallInput,
    output=RecallOutput,
    run=run,
    found=found,
)
