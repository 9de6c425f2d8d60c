"""Intake: facts and requirements of a brief that rules did not read, each with its quote."""

from sealedbid.intelligence.agents.intake.reading import read_more

__all__ = ["read_more"]
