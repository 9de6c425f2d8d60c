"""Second reading: a model looks for words of a draft that its sources do not have."""

from sealedbid.intelligence.agents.second_reading.reading import second_reading

__all__ = ["second_reading"]
