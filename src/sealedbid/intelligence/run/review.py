"""Every quote is looked up in its source, and every figure, address and name in some source."""

from __future__ import annotations

import asyncio

from sealedbid.content.models import Service
from sealedbid.intelligence.reviewing.unsupported import Finding, find_unsupported
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
    """Everything that is in the draft and in no source."""

    unsupported: tuple[Finding, ...]


async def run(given: ReviewInput, tools: Tools) -> Result[ReviewOutput]:
    """Check the draft against its sources."""
    findings = await asyncio.to_thread(
        find_unsupported,
        given.draft,
        brief=given.text,
        passages=[*given.recall.matches, *given.recall.whole],
        offers=given.offers,
        answers={**given.answers, "client": given.client},
    )
    return Result(output=ReviewOutput(unsupported=tuple(findings)))


def found(output: ReviewOutput) -> str:
    """Count the findings."""
    count = len(output.unsupported)
    return f"{count} without a source" if count else "all stand in a source"


STEP = Step(
    name="review",
    doing="Checking every quote, figure and name",
    input=ReviewInput,
    output=ReviewOutput,
    run=run,
    found=found,
    asks_models=True,
)
