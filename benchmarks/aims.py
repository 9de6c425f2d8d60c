"""Aims for the cost of the seal, and their verdicts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.measure import OPERATIONS, WIDTH, Results

SMALL, LARGE = 10, 10_000

Figure = Callable[[Results, str, int], float]


@dataclass(frozen=True, slots=True)
class Verdict:
    """An aim and its measured value."""

    what: str
    where: str
    value: float
    limit: float
    unit: str

    @property
    def kept(self) -> bool:
        """True if the value is at most the limit."""
        return self.value <= self.limit


def _more(results: Results, operation: str, orgs: int) -> float:
    sealed, unsealed = (results[operation, name, orgs].median for name in ("sealed", "unsealed"))
    return sealed - unsealed


def _ratio(results: Results, operation: str, orgs: int) -> float:
    sealed, unsealed = (results[operation, name, orgs].median for name in ("sealed", "unsealed"))
    return sealed / unsealed


def _alone(results: Results, operation: str, orgs: int) -> float:
    return results[operation, "sealed", orgs].median


AIMS: tuple[tuple[str, str, Figure, float, str], ...] = (
    ("point read", "more than unsealed", _more, 15, "µs"),
    ("list of 100", "against unsealed", _ratio, 1.10, "x"),
    (f"insert of {WIDTH:,}", "against unsealed", _ratio, 1.10, "x"),
    ("insert", "more than unsealed", _more, 60, "µs"),
    ("opening", "with its round trip", _alone, 150, "µs"),
)


def judge(results: Results) -> list[Verdict]:
    """Judge every aim at both sizes, then the growth from the small to the large."""
    verdicts = [
        Verdict(f"{operation}, {what}", f"{orgs:,}", figure(results, operation, orgs), limit, unit)
        for operation, what, figure, limit, unit in AIMS
        for orgs in (SMALL, LARGE)
    ]
    for operation in OPERATIONS:
        growth = _ratio(results, operation, LARGE) / _ratio(results, operation, SMALL)
        verdicts.append(Verdict(f"growth, {operation}", f"to {LARGE:,}", growth, 1.1, "x"))
    return verdicts
