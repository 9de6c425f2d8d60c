"""Planning with a model: what it says is kept as far as the brief and the passages have it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sealedbid.intelligence.agents.asking import Asking
from sealedbid.intelligence.agents.models import Answered
from sealedbid.intelligence.agents.strategy.checks import Ground
from sealedbid.intelligence.agents.strategy.given import Given, given_of
from sealedbid.intelligence.agents.strategy.prompts import prompt_of
from sealedbid.intelligence.agents.strategy.reading import Reading
from sealedbid.intelligence.agents.strategy.rules import by_rules
from sealedbid.intelligence.agents.strategy.shapes import PlanSaid
from sealedbid.intelligence.brief import Brief
from sealedbid.intelligence.llm import Model
from sealedbid.intelligence.llm.errors import PromptTooLongError
from sealedbid.intelligence.writer.composer.outline import Slot
from sealedbid.intelligence.writer.models import Recall
from sealedbid.intelligence.writer.strategy import Strategy

SIZES: Final = (4_000, 1_500, 500)
"""Estimated tokens of the passages; less where the model reads less at once."""


async def plan(
    model: Model, brief: Brief, recall: Recall, outline: Sequence[Slot], *, language: str
) -> Answered[Strategy]:
    """Plan a proposal in ``language``. Without a usable answer it is the plan of ``by_rules``.

    Raises TransientModelError, and the errors of settings.
    """
    asking = Asking(model)
    rules = by_rules(brief, outline)
    said, given = await _ask(asking, brief, recall, outline, language)
    if said is None:
        asking.told.append("The plan is the one that rules make.")
        return asking.answered(rules, is_of_model=False)
    reading = Reading(given, Ground(given.proofs, given.client_words, language), rules)
    strategy = reading.strategy(said)
    asking.told += reading.told
    if strategy == rules:
        asking.told.append("The plan is the one that rules make.")
    return asking.answered(strategy, is_of_model=strategy != rules)


async def _ask(
    asking: Asking, brief: Brief, recall: Recall, outline: Sequence[Slot], language: str
) -> tuple[PlanSaid | None, Given]:
    given = given_of(brief, recall, outline, SIZES[0])
    for size in SIZES:
        given = given_of(brief, recall, outline, size)
        try:
            return await asking.ask(prompt_of(given, language), PlanSaid), given
        except PromptTooLongError as error:
            why = str(error)
    asking.failed(why)
    return None, given
