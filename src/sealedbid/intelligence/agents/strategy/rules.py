"""The plan that rules alone make of a brief."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sealedbid.intelligence.agents.strategy.shares import shares_by_rules
from sealedbid.intelligence.brief import Brief
from sealedbid.intelligence.brief.facts.values import Weight
from sealedbid.intelligence.writer.composer.outline import Slot
from sealedbid.intelligence.writer.strategy import Strategy, Theme

MOST_THEMES: Final = 3


def by_rules(brief: Brief, outline: Sequence[Slot]) -> Strategy:
    """Plan without a model: the heaviest criteria that are sure, and shares by their points.

    Rules claim nothing: positioning and benefits are empty, and there are no proofs.
    """
    weights = [fact.value for fact in brief.facts if fact.sure and isinstance(fact.value, Weight)]
    heaviest = sorted(weights, key=lambda one: -(one.points or 0.0))[:MOST_THEMES]
    return Strategy(
        positioning="",
        themes=tuple(
            Theme(benefit="", criterion=one.criterion, points=one.points, proofs=())
            for one in heaviest
        ),
        risks=(),
        shares=shares_by_rules(brief, outline),
        used=(),
    )
