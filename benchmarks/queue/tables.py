"""The figures of a run as rows, for a terminal and for the page."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.queue import figures
from benchmarks.queue.aims import Verdict
from benchmarks.queue.figures import FIFO, Figures, claim_measure
from benchmarks.queue.sizes import OURS, PEERS, Layout

NONE = "-"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with headings; ratios first."""

    title: str
    headings: list[str]
    rows: list[list[str]]


def systems_sheet(found: Figures) -> Sheet:
    """Ratios of ours to each peer, then the figures of all."""
    measures = (*figures.RATES, *figures.LATENCIES)
    peers = [peer for peer in PEERS if any(found.has(measure, peer) for measure in measures)]
    rows = []
    for measure in measures:
        if measure == figures.PLAIN and not peers:
            continue
        # A peer's job may do without a seal; ours never does.
        mine = figures.REAL if measure == figures.PLAIN else measure
        unit = "ms" if measure in figures.LATENCIES else "/s"
        digits = 2 if unit == "ms" else 0
        ratios = [
            f"**{found.median(mine, OURS) / found.median(measure, peer):.2f}**"
            if found.has(measure, peer) and found.has(mine, OURS)
            else NONE
            for peer in peers
        ]
        label = f"{measure}, {unit}"
        values = [_value(found, mine, OURS, digits)]
        values += [_value(found, measure, peer, digits) for peer in peers]
        rows.append([label, *ratios, *values])
    return Sheet("Systems", ["", *(f"÷ {peer}" for peer in peers), OURS, *peers], rows)


def claims_sheet(found: Figures, layouts: tuple[Layout, ...]) -> Sheet:
    """Ratios of ours to the unfair queue, without and under a held snapshot."""
    rows = []
    for layout in layouts:
        loose, held = (claim_measure(layout, is_held=each) for each in (False, True))
        if not (found.has(loose, OURS, FIFO) and found.has(held, OURS, FIFO)):
            continue
        rows.append(
            [
                str(layout),
                f"**{found.paired(loose, OURS, FIFO):.2f}**",
                f"**{found.paired(held, OURS, FIFO):.2f}**",
                f"{found.median(held, OURS) / found.median(loose, OURS):.2f}",
                f"{found.median(held, FIFO) / found.median(loose, FIFO):.2f}",
                *(_value(found, loose, each, 2) for each in (OURS, FIFO)),
                *(_value(found, held, each, 2) for each in (OURS, FIFO)),
            ]
        )
    headings = ["", "÷ unfair", "÷ unfair, held", "ours held ÷ not", "unfair held ÷ not"]
    headings += ["ours, ms", "unfair, ms", "ours held, ms", "unfair held, ms"]
    return Sheet("Claims of 20", headings, rows)


def aims_sheet(verdicts: list[Verdict]) -> Sheet:
    """Each aim, its measured value, and by how much it is missed."""
    rows = [
        [
            verdict.what,
            verdict.wanted,
            f"{verdict.value:.2f} {verdict.unit}",
            verdict.says if verdict.is_kept else f"**{verdict.says}**",
        ]
        for verdict in verdicts
    ]
    return Sheet("Aims", ["", "aim", "measured", ""], rows)


def _value(found: Figures, measure: str, system: str, digits: int) -> str:
    if not found.has(measure, system):
        return NONE
    middle = found.median(measure, system)
    low, high = found.spread(measure, system)
    return f"{middle:,.{digits}f} [{low:,.{digits}f}..{high:,.{digits}f}]"
