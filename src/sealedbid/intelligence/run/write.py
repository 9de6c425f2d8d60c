"""The writer writes: sections, prices, and an answer to each requirement, with their notes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sealedbid.content.models import Service
from sealedbid.intelligence.asking.answers import with_answers
from sealedbid.intelligence.brief import Brief
from sealedbid.intelligence.run.step import Result, Step, Stored, Tools
from sealedbid.intelligence.shortening import plural
from sealedbid.intelligence.writer import Assignment, Draft, Recall
from sealedbid.intelligence.writer.strategy import Strategy


class WriteInput(Stored):
    """Everything that a writer may use."""

    text: str
    brief: Brief
    client: str
    recall: Recall
    offers: tuple[Service, ...]
    answers: dict[str, str]
    today: date
    currency: str
    locale: str
    strategy: Strategy | None = None


class WriteOutput(Stored):
    """The draft, and the name of the writer that wrote it."""

    writer: str
    draft: Draft


async def run(given: WriteInput, tools: Tools) -> Result[WriteOutput]:
    """Hand the assignment to the writer, with what people said in the place of unsure facts."""
    brief = replace(given.brief, facts=with_answers(given.brief.facts, given.answers))
    written = await tools.writer.write(
        Assignment(
            text=given.text,
            brief=brief,
            client=given.client,
            recall=given.recall,
            offers=given.offers,
            answers=given.answers,
            today=given.today,
            currency=given.currency,
            locale=given.locale,
            strategy=given.strategy,
        )
    )
    name = tools.writer.name
    output = WriteOutput(writer=name, draft=written.draft)
    return Result(output=output, by=written.by or name, usage=written.usage)


def found(output: WriteOutput) -> str:
    """Count the sections, quotes, services and answers."""
    draft = output.draft
    confirmed = sum(answer.state == "confirmed" for answer in draft.answers)
    author = draft.document.author
    asked = len(draft.questions if author is None else author.questions)
    return (
        f"{len(draft.document.sections)} sections, {len(draft.notes)} quotes, "
        f"{len(draft.lines)} prices; {confirmed} requirements confirmed, "
        f"{plural(asked, 'question')} open"
    )


STEP = Step(
    name="write",
    doing="Writing",
    input=WriteInput,
    output=WriteOutput,
    run=run,
    found=found,
    asks_models=True,
    is_writer=True,
    beside=frozenset({"today"}),  # another day alone is no reason to write again
)
