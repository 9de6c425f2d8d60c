"""Values in a text: days, clocks, zones, sums, lengths. Pure functions over words; no purposes."""
