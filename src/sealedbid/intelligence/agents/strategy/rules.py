"""The plan that rules alone make of a brief."""

from __future__ import annotations

from collections.abc import Sequence

from sealedbid.intelligence.agents.strategy.shares import shares_by_rules
from sealedbid.intelligence.brief import Brief
from sealedbid.intelligence.writer.composer.outline import Slot
from sealedbid.intelligence.writer.strategy import Strategy


def by_rules(brief: Brief, outline: Sequence[Slot]) -> Strategy:
    """Plan without a model: shares by the points of criteria, and no claims."""
    return Strategy(
        positioning="",
        themes=(),
        risks=(),
        shares=shares_by_rules(brief, outline),
        used=(),
    )
