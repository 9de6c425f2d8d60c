"""Measured values of every round of every measure."""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from benchmarks.queue.sizes import Layout

ENQUEUED = "bulk enqueue"
REAL = "a sealed transaction each"
PLAIN = "a plain insert each"
EMPTY = "no body"
P50, P95 = "idle latency p50", "idle latency p95"
LAST_SMALL = "last small job by its ideal"
TWO_WORKERS = "two workers by one"
FIFO = "fifo"
RATES = (ENQUEUED, REAL, PLAIN, EMPTY)
LATENCIES = (P50, P95)


def claim_measure(layout: Layout, *, is_held: bool) -> str:
    """Name of the measure of a backlog's claims."""
    return f"claim of {layout}{', snapshot held' if is_held else ''}"


@dataclass(slots=True)
class Figures:
    """Values of all rounds, by measure and system."""

    values: dict[tuple[str, str], list[float]] = field(default_factory=dict)

    def add(self, measure: str, system: str, value: float) -> None:
        """Add the value of one round."""
        self.values.setdefault((measure, system), []).append(value)

    def has(self, measure: str, *systems: str) -> bool:
        """True if all these systems were measured."""
        return all((measure, system) in self.values for system in systems)

    def median(self, measure: str, system: str) -> float:
        """The median of the rounds."""
        return statistics.median(self.values[measure, system])

    def spread(self, measure: str, system: str) -> tuple[float, float]:
        """The least and the most of the rounds."""
        values = self.values[measure, system]
        return min(values), max(values)

    def ratio(self, measure: str, system: str, by: str) -> float:
        """Ratio of the medians."""
        return self.median(measure, system) / self.median(measure, by)

    def paired(self, measure: str, system: str, by: str) -> float:
        """Median of the ratios of each round, for systems measured in turns."""
        pairs = zip(self.values[measure, system], self.values[measure, by], strict=True)
        return statistics.median(one / other for one, other in pairs)

    def systems(self, measure: str) -> list[str]:
        """Measured systems, in the order of their first measurement."""
        return [system for each, system in self.values if each == measure]

    def as_json(self) -> list[dict[str, Any]]:
        """Return every round."""
        return [
            {"measure": measure, "system": system, "rounds": [round(v, 4) for v in values]}
            for (measure, system), values in self.values.items()
        ]

    @classmethod
    def of_json(cls, told: Iterable[dict[str, Any]]) -> Figures:
        """Read what as_json returned."""
        return cls({(each["measure"], each["system"]): each["rounds"] for each in told})
