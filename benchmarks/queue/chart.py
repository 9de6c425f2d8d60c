"""A chart of a run: bars with their spread, readable on light and on dark paper."""

from __future__ import annotations

from html import escape
from typing import Any

from benchmarks.queue import figures
from benchmarks.queue.figures import FIFO, Figures, claim_measure
from benchmarks.queue.sizes import OURS, PEERS, Layout

WIDTH = 860
LEFT, RIGHT = 200, 120  # room for names and for numbers
BAR, GAP, HEAD, FOOT = 16, 6, 34, 16

STYLE = """
    .paper { fill: #ffffff } .ink { fill: #1d2433 } .soft { fill: #5b6577; font-size: 12px }
    .ours { fill: #3f8f6b } .other { fill: #b4bdcc } .spread { stroke: #1d2433; stroke-width: 1.2 }
    .b { font-weight: 600 }
    @media (prefers-color-scheme: dark) {
      .paper { fill: #12161f } .ink { fill: #e8ecf4 } .soft { fill: #a3adbf }
      .ours { fill: #4fae84 } .other { fill: #4a556b } .spread { stroke: #e8ecf4 }
    }"""

Bar = tuple[str, bool, float, float, float]
"""System, true if it is ours, the median, the least and the most."""


def draw(found: Figures, run: dict[str, Any]) -> str:
    """Draw the whole chart, as SVG."""
    panels = [
        ("jobs a second, a sealed transaction each: more is better", _bars(found, figures.REAL), 0),
        ("jobs a second, no body: more is better", _bars(found, figures.EMPTY), 0),
        ("idle latency p50, ms: less is better", _bars(found, figures.P50), 2),
        ("ms a claim of 20: less is better", _claims(found, run), 2),
    ]
    top, parts = 24, []
    for title, bars, digits in panels:
        if bars:
            parts.append(_panel(title, bars, digits, top))
            top += HEAD + len(bars) * (BAR + GAP) + FOOT
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {top}" role="img"'
        ' font-family="Inter, \'Helvetica Neue\', Arial, sans-serif" font-size="13">\n'
        "  <title>The queue of Sealedbid beside others</title>\n"
        f"  <desc>Measured {escape(run['date'])}; the table beside it has the numbers.</desc>\n"
        f"  <style>{STYLE}\n  </style>\n"
        f'  <rect class="paper" width="{WIDTH}" height="{top}" rx="10"/>\n'
        + "\n".join(parts)
        + "\n</svg>\n"
    )


def _bars(found: Figures, measure: str) -> list[Bar]:
    return [
        (system, system == OURS, found.median(measure, system), *found.spread(measure, system))
        for system in (OURS, *PEERS)
        if found.has(measure, system)
    ]


def _claims(found: Figures, run: dict[str, Any]) -> list[Bar]:
    bars: list[Bar] = []
    for layout in (Layout(**each) for each in run["layouts"]):
        measure = claim_measure(layout, is_held=False)
        if not found.has(measure, OURS, FIFO):
            continue
        shape = "skewed" if layout.is_skewed else f"{layout.orgs:,} orgs"
        for system, name in ((OURS, "ours"), (FIFO, "unfair")):
            label = f"{layout.jobs // 1000}k, {shape}: {name}"
            middle = found.median(measure, system)
            bars.append((label, system == OURS, middle, *found.spread(measure, system)))
    return bars


def _panel(title: str, bars: list[Bar], digits: int, top: int) -> str:
    most = max(high for *_, high in bars)
    scale = (WIDTH - LEFT - RIGHT) / most
    lines = [f'  <text x="24" y="{top + 12}" class="ink b">{escape(title)}</text>']
    for number, (name, is_ours, middle, low, high) in enumerate(bars):
        y = top + HEAD - 10 + number * (BAR + GAP)
        text = y + BAR - 4
        kind, line = ("ours" if is_ours else "other"), y + BAR / 2
        lines += [
            f'  <text x="{LEFT - 10}" y="{text}" class="ink" text-anchor="end">'
            f"{escape(name)}</text>",
            f'  <rect class="{kind}" x="{LEFT}" y="{y}" width="{middle * scale:.1f}"'
            f' height="{BAR}" rx="2"/>',
            f'  <line class="spread" x1="{LEFT + low * scale:.1f}" x2="{LEFT + high * scale:.1f}"'
            f' y1="{line}" y2="{line}"/>',
            f'  <text x="{LEFT + high * scale + 8:.1f}" y="{text}" class="soft">'
            f"{middle:,.{digits}f}</text>",
        ]
    return "\n".join(lines)
