"""The plan of a proposal: the share of the text that each section gets."""

from __future__ import annotations

from collections.abc import Sequence

from sealedbid.intelligence.brief import Brief
from sealedbid.intelligence.brief.facts.values import Weight
from sealedbid.intelligence.writer.composer.cover import answering
from sealedbid.intelligence.writer.composer.outline import Slot
from sealedbid.intelligence.writer.strategy import Strategy


def plan_by_rules(brief: Brief, outline: Sequence[Slot]) -> Strategy:
    """The plan that rules alone give: shares by the weights of criteria, and nothing else.

    A criterion's points are divided among the sections that answer it. A section that answers none
    counts as much as the lightest that does; without criteria all shares are equal.
    """
    points: dict[str, float] = {}
    for fact in brief.facts:
        if fact.kind == "criterion" and fact.sure and isinstance(fact.value, Weight):
            ids = answering(fact.value.criterion, outline)
            for id in ids:
                points[id] = points.get(id, 0.0) + (fact.value.points or 0.0) / len(ids)
    least = min((one for one in points.values() if one > 0), default=1.0)
    weights = {slot.id: points.get(slot.id) or least for slot in outline}
    total = sum(weights.values())
    return Strategy(
        positioning="",
        themes=(),
        risks=(),
        shares={id: weight / total for id, weight in weights.items()},
        used=(),
    )
