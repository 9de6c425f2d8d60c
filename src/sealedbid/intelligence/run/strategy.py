"""A plan is made before anything is written: positioning, themes, risks, shares of the text."""

from __future__ import annotations

from sealedbid.intelligence.agents.strategy import plan_by_rules
from sealedbid.intelligence.brief import Brief
from sealedbid.intelligence.run.step import Result, Step, Stored, Tools
from sealedbid.intelligence.shortening import plural
from sealedbid.intelligence.writer import Recall
from sealedbid.intelligence.writer.composer.outline import outline_of
from sealedbid.intelligence.writer.strategy import Strategy


class StrategyInput(Stored):
    """The brief, and what was found in answer to it."""

    brief: Brief
    recall: Recall


class StrategyOutput(Stored):
    """The plan, for the writer."""

    strategy: Strategy


async def run(given: StrategyInput, tools: Tools) -> Result[StrategyOutput]:
    """Plan by rules."""
    plan = plan_by_rules(given.brief, outline_of(given.brief))
    return Result(output=StrategyOutput(strategy=plan))


def found(output: StrategyOutput) -> str:
    """Count the themes and risks, or say that there is no more than shares."""
    plan = output.strategy
    shares = f"shares of {plural(len(plan.shares), 'section')}"
    if not plan.themes and not plan.positioning:
        return f"{shares} by the weights of the criteria; no model, so no themes"
    return f"{plural(len(plan.themes), 'theme')}, {plural(len(plan.risks), 'risk')}, {shares}"


STEP = Step(
    name="strategy",
    doing="Planning",
    input=StrategyInput,
    output=StrategyOutput,
    run=run,
    found=found,
)
