"""The writer writes: sections, prices, and an answer to each requirement, with their notes."""

from __future__ import annotations

from sealedbid.content.models import Service
from sealedbid.intelligence.brief import Brief
from sealedbid.intelligence.run.step import Result, Step, Stored, Tools
from sealedbid.intelligence.writer import Assignment, Draft, Recall


class WriteInput(Stored):
    """Everything that a writer may use."""

    text: str
    brief: Brief
    client: str
    recall: Recall
    offers: tuple[Service, ...]


class WriteOutput(Stored):
    """The draft, and the name of the writer that wrote it."""

    writer: str
    draft: Draft


async def run(given: WriteInput, tools: Tools) -> Result[WriteOutput]:
    """Hand the assignment to the writer."""
    written = await tools.writer.write(
        Assignment(
            text=given.text,
            brief=given.brief,
            client=given.client,
            recall=given.recall,
            offers=given.offers,
        )
    )
    name = tools.writer.name
    output = WriteOutput(writer=name, draft=written.draft)
    return Result(output=output, by=name, usage=written.usage)


def found(output: WriteOutput) -> str:
    """Count the sections, quotes, services and answers."""
    draft = output.draft
    answered = sum(answer.state == "answered" for answer in draft.answers)
    return (
        f"{len(draft.document.sections)} sections, {len(draft.notes)} quotes, "
        f"{len(draft.lines)} services; {answered} requirements answered"
    )


STEP = Step(
    name="write",
    doing="Writing",
    input=WriteInput,
    output=WriteOutput,
    run=run,
    found=found,
    is_writer=True,
)
