"""A plan is made before anything is written: positioning, themes, risks, shares of the text."""

from __future__ import annotations

from dataclasses import replace

from sealedbid.intelligence.agents.strategy import by_rules, plan
from sealedbid.intelligence.asking.answers import with_answers
from sealedbid.intelligence.brief import Brief
from sealedbid.intelligence.run.step import Result, Step, Stored, Tools
from sealedbid.intelligence.shortening import plural
from sealedbid.intelligence.writer import Recall
from sealedbid.intelligence.writer.composer.outline import outline_of
from sealedbid.intelligence.writer.strategy import Strategy


class StrategyInput(Stored):
    """The brief, what people said about it, and what was found in answer to it."""

    brief: Brief
    answers: dict[str, str]
    recall: Recall


class StrategyOutput(Stored):
    """The plan, for the writer; ``told`` are sentences about it for the author."""

    strategy: Strategy
    told: tuple[str, ...] = ()


async def run(given: StrategyInput, tools: Tools) -> Result[StrategyOutput]:
    """Plan with a model, or by rules where the run uses none."""
    brief = replace(given.brief, facts=with_answers(given.brief.facts, given.answers))
    outline = outline_of(brief)
    if tools.ask is None:
        return Result(output=StrategyOutput(strategy=by_rules(brief, outline)))
    planned = await plan(tools.ask("strong"), brief, given.recall, outline, language=brief.language)
    output = StrategyOutput(strategy=planned.value, told=planned.told)
    return Result(output=output, by=planned.model, usage=planned.usage)


def found(output: StrategyOutput) -> str:
    """Count the themes and risks, or say that there is no more than shares."""
    strategy = output.strategy
    sections = plural(len(strategy.shares), "section")
    if not strategy.themes and not strategy.positioning:
        return f"shares of {sections}; positioning and themes take a model"
    themes, risks = plural(len(strategy.themes), "theme"), plural(len(strategy.risks), "risk")
    return f"{themes}, {risks}, shares of {sections}"


STEP = Step(
    name="strategy",
    doing="Planning",
    input=StrategyInput,
    output=StrategyOutput,
    run=run,
    found=found,
    asks_models=True,
)
