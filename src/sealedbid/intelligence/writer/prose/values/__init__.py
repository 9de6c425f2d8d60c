"""The values that slots stand for: prices, dates, names and measures, from rows and facts."""

from sealedbid.intelligence.writer.prose.values.collecting import values_of
from sealedbid.intelligence.writer.prose.values.measures import measure_of

__all__ = ["measure_of", "values_of"]
