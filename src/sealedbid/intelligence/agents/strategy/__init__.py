"""Strategy: the plan of a proposal, tied to the criteria of the brief and to given passages."""

from sealedbid.intelligence.agents.strategy.planning import plan
from sealedbid.intelligence.agents.strategy.rules import by_rules

__all__ = ["by_rules", "plan"]
