"""The brief is read: requirements, deadline, budget, goals, and the questions it leaves open."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from sealedbid.intelligence.agents.intake import read_more
from sealedbid.intelligence.brief import Brief, read_brief
from sealedbid.intelligence.run.step import Result, Step, Stored, Tools
from sealedbid.intelligence.shortening import plural


class IntakeInput(Stored):
    """The brief as it came."""

    text: str


class IntakeOutput(Stored):
    """The brief, structured; each finding has its place in the text.

    ``told`` are sentences for the author about what a model has found.
    """

    brief: Brief
    told: tuple[str, ...] = ()


async def run(given: IntakeInput, tools: Tools) -> Result[IntakeOutput]:
    """Read the brief as of today, by rules, and then by a model if the run uses one.

    The day is no input: the same text is not read again tomorrow.
    """
    today = datetime.now(UTC).date()
    brief = await asyncio.to_thread(read_brief, given.text, today=today)
    if tools.ask is None:
        return Result(output=IntakeOutput(brief=brief))
    read = await read_more(tools.ask("fast"), given.text, brief, today=today)
    output = IntakeOutput(brief=read.value, told=read.told)
    return Result(output=output, by=read.model, usage=read.usage)


def found(output: IntakeOutput) -> str:
    """Count the requirements, and name the deadline."""
    brief = output.brief
    mandatory = sum(one.mandatory for one in brief.requirements)
    asked = plural(len(brief.requirements), "requirement")
    words = f"{asked}, {mandatory} of them mandatory"
    return f"{words}; reply by {brief.deadline.span.text}" if brief.deadline else words


STEP = Step(
    name="intake",
    doing="Reading the brief",
    input=IntakeInput,
    output=IntakeOutput,
    run=run,
    found=found,
    asks_models=True,
)
