"""Every sentence of the draft is judged by the sources that it cites."""

from __future__ import annotations

import asyncio
from collections import Counter

from sealedbid.content.models import Service
from sealedbid.intelligence.agents.second_reading import second_reading
from sealedbid.intelligence.reviewing.models import JudgedSentence
from sealedbid.intelligence.reviewing.reviewing import review
from sealedbid.intelligence.reviewing.sources import shelf_of
from sealedbid.intelligence.run.step import Result, Step, Stored, Tools
from sealedbid.intelligence.writer import Draft, Recall


class ReviewInput(Stored):
    """The draft, and every source that it may stand on."""

    text: str
    draft: Draft
    recall: Recall
    offers: tuple[Service, ...]
    answers: dict[str, str]
    client: str


class ReviewOutput(Stored):
    """The sentences of the draft in their order, each with its verdict.

    ``told`` are sentences for the author about a model's second reading.
    """

    sentences: tuple[JudgedSentence, ...]
    told: tuple[str, ...] = ()


async def run(given: ReviewInput, tools: Tools) -> Result[ReviewOutput]:
    """Check the draft against its sources, and let a model read it again if the run uses one."""
    passages = given.recall.passages
    sentences = await asyncio.to_thread(
        review,
        given.draft,
        brief=given.text,
        passages=passages,
        offers=given.offers,
        answers=given.answers,
        client=given.client,
    )
    if tools.ask is None:
        return Result(output=ReviewOutput(sentences=sentences))
    shelf = shelf_of(given.text, passages, given.offers, given.draft.notes, given.answers)
    cited = [shelf.cited_by(one.notes, one.answers) for one in sentences]
    read = await second_reading(tools.ask("fast"), sentences, cited)
    output = ReviewOutput(sentences=read.value, told=read.told)
    return Result(output=output, by=read.model, usage=read.usage)


def found(output: ReviewOutput) -> str:
    """Count the sentences that somebody has to look at."""
    counts = Counter(one.verdict for one in output.sentences)
    told = [
        f"{counts[verdict]} {verdict}" for verdict in ("unsupported", "weak") if counts[verdict]
    ]
    return ", ".join(told) or "all stand in a source"


STEP = Step(
    name="review",
    doing="Checking every quote, figure and name",
    input=ReviewInput,
    output=ReviewOutput,
    run=run,
    found=found,
    asks_models=True,
)
