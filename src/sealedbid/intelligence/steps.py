"""What each step of a run does, from the outputs before it to its own."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from operator import mul
from typing import Any

from pydantic import TypeAdapter

from sealedbid.content.models import Proposal, Service
from sealedbid.intelligence.brief import Brief, read_brief
from sealedbid.intelligence.embedding import embedder_for
from sealedbid.intelligence.grounding import Finding, find_unsupported
from sealedbid.intelligence.models import Match, Step
from sealedbid.intelligence.repository import org_brain
from sealedbid.intelligence.repository.org_brain import Question
from sealedbid.intelligence.writer import Assignment, Draft, Recall
from sealedbid.intelligence.writer.composer import compose
from sealedbid.intelligence.writer.questions import questions, wishes_of
from sealedbid.intelligence.writer.sources import shown_whole
from sealedbid.system.running import RunningJob

_BRIEF = TypeAdapter(Brief)
_RECALL = TypeAdapter(Recall)
_DRAFT = TypeAdapter(Draft)
_FINDINGS = TypeAdapter(list[Finding])


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Where a run stands: what it began with, and the outputs of the finished steps."""

    job: RunningJob
    proposal: Proposal
    offers: list[Service]
    outputs: dict[Step, dict[str, Any]]

    @property
    def brief(self) -> Brief:
        """What intake read."""
        return _BRIEF.validate_python(self.outputs["intake"])

    @property
    def recall(self) -> Recall:
        """What recall found."""
        return _RECALL.validate_python(self.outputs["recall"])

    @property
    def draft(self) -> Draft:
        """What write wrote."""
        return _DRAFT.validate_python(self.outputs["write"])

    @property
    def findings(self) -> list[Finding]:
        """What review found to stand in no source."""
        return _FINDINGS.validate_python(self.outputs["review"]["unsupported"])


async def intake(state: State) -> dict[str, Any]:
    """The brief, structured."""
    brief = await asyncio.to_thread(read_brief, state.proposal.brief)
    return _dumped(_BRIEF, brief)


async def recall(state: State) -> dict[str, Any]:
    """What is known that answers the brief. No transaction is open while vectors are made."""
    asks = questions(state.brief)
    async with state.job.sealed() as tx:
        models = await org_brain.models(tx)
    embedder = await asyncio.to_thread(embedder_for, models)
    texts = [ask.text for ask in asks] + [f"{o.name}. {o.description}" for o in state.offers]
    vectors = await asyncio.to_thread(embedder.embed, texts)
    asked, offered = vectors[: len(asks)], vectors[len(asks) :]
    matches: list[Match] = []
    async with state.job.sealed() as tx:
        for group in {(ask.types, ask.limit): None for ask in asks}:
            matches += await org_brain.match(
                tx,
                [
                    Question(key=ask.key, words=ask.text, embedding=vector)
                    for ask, vector in zip(asks, asked, strict=True)
                    if (ask.types, ask.limit) == group
                ],
                model=embedder.model,
                types=group[0],
                limit=group[1],
            )
        whole = await org_brain.of_sources(tx, shown_whole(matches, state.proposal.brief))
    wishes = {wish.key for wish in wishes_of(asks)}
    wanted = [vector for ask, vector in zip(asks, asked, strict=True) if ask.key in wishes]
    offers = {
        str(offer.id): [sum(map(mul, vector, question)) for question in wanted]
        for offer, vector in zip(state.offers, offered, strict=True)
    }
    return _dumped(
        _RECALL,
        Recall(
            model=embedder.model,
            is_semantic=embedder.is_semantic,
            matches=tuple(matches),
            whole=tuple(whole),
            offers=offers,
        ),
    )


async def write(state: State) -> dict[str, Any]:
    """The draft."""
    draft = await asyncio.to_thread(
        compose,
        Assignment(
            text=state.proposal.brief,
            brief=state.brief,
            client=state.proposal.client_name,
            recall=state.recall,
            offers=tuple(state.offers),
        ),
    )
    return _dumped(_DRAFT, draft)


async def review_step(state: State) -> dict[str, Any]:
    """What stands in the draft and in no source."""
    found = await asyncio.to_thread(
        find_unsupported,
        state.draft,
        brief=state.proposal.brief,
        passages=[*state.recall.matches, *state.recall.whole],
        offers=state.offers,
    )
    return {"unsupported": _FINDINGS.dump_python(found, mode="json")}


def _dumped(adapter: TypeAdapter[Any], value: Any) -> dict[str, Any]:
    dumped: dict[str, Any] = adapter.dump_python(value, mode="json")
    return dumped
