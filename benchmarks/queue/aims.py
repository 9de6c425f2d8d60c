"""Aims for the queue, and their verdicts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.queue import figures
from benchmarks.queue.figures import FIFO, Figures, claim_measure
from benchmarks.queue.sizes import OURS, Layout


@dataclass(frozen=True, slots=True)
class Verdict:
    """An aim and its measured value."""

    what: str
    value: float
    limit: float
    unit: str
    is_least: bool = False
    """True if the limit is a least value, not a most."""

    @property
    def is_kept(self) -> bool:
        """True if the value is within the limit."""
        return self.value >= self.limit if self.is_least else self.value <= self.limit

    @property
    def says(self) -> str:
        """Word for the verdict: kept, or by how much the aim is missed."""
        missed = f"missed by {abs(self.value - self.limit):.2f} {self.unit}"
        return "kept" if self.is_kept else missed

    @property
    def wanted(self) -> str:
        """The limit, in words."""
        return f"{'at least' if self.is_least else 'at most'} {self.limit:g} {self.unit}"


def judge(found: Figures, layouts: tuple[Layout, ...]) -> list[Verdict]:
    """Judge every aim whose values were all measured."""
    return [*_against_peers(found), *_of_claims(found, layouts), *_of_ours(found)]


def _against_peers(found: Figures) -> Iterator[Verdict]:
    for peer, limit in (("procrastinate", 4), ("awa", 2)):
        if found.has(figures.REAL, OURS, peer):
            ratio = found.ratio(figures.REAL, OURS, peer)
            yield Verdict(f"real jobs, by those of {peer}", ratio, limit, "x", is_least=True)


def _of_claims(found: Figures, layouts: tuple[Layout, ...]) -> Iterator[Verdict]:
    largest = max(layout.jobs for layout in layouts)
    for layout in layouts:
        loose = claim_measure(layout, is_held=False)
        if layout.jobs == largest and found.has(loose, OURS, FIFO):
            ratio = found.paired(loose, OURS, FIFO)
            yield Verdict(f"claim of {layout}, by an unfair one", ratio, 1.1, "x")
    for layout in layouts:
        loose, held = (claim_measure(layout, is_held=held) for held in (False, True))
        if found.has(loose, OURS) and found.has(held, OURS):
            ratio = found.median(held, OURS) / found.median(loose, OURS)
            yield Verdict(f"claim of {layout}, snapshot held, by none held", ratio, 2, "x")
    measure = f"{figures.LAST_SMALL}, {largest:,}"
    if found.has(measure, OURS):
        yield Verdict(measure, max(found.values[measure, OURS]), 1.05, "x")


def _of_ours(found: Figures) -> Iterator[Verdict]:
    for measure, limit in ((figures.P50, 3), (figures.P95, 5)):
        if found.has(measure, OURS):
            yield Verdict(measure, found.median(measure, OURS), limit, "ms")
    if found.has(figures.TWO_WORKERS, OURS):
        factor = found.median(figures.TWO_WORKERS, OURS)
        yield Verdict(figures.TWO_WORKERS, factor, 1.9, "x", is_least=True)
