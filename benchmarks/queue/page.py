"""Writes the report of a stored run into the page of benchmarks, between two marks, and a chart."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from benchmarks.queue.aims import judge
from benchmarks.queue.chart import draw
from benchmarks.queue.figures import Figures
from benchmarks.queue.sizes import Layout
from benchmarks.queue.tables import Sheet, aims_sheet, claims_sheet, systems_sheet

BEGIN, END = "<!-- queue: begin -->", "<!-- queue: end -->"
FOLDER = Path(__file__).parents[2] / "docs" / "reference"
PAGE = FOLDER / "benchmarks.md"
RAW = FOLDER / "benchmarks" / "queue.json"
CHART = FOLDER / "benchmarks" / "queue.svg"


def sheets(run: dict[str, Any]) -> list[Sheet]:
    """The tables of a stored run."""
    found = Figures.of_json(run["figures"])
    layouts = tuple(Layout(**layout) for layout in run["layouts"])
    verdicts = judge(found, layouts)
    return [systems_sheet(found), claims_sheet(found, layouts), aims_sheet(verdicts)]


def render(run: dict[str, Any]) -> str:
    """The text between the marks."""
    machine = dict(run["machine"])
    cores, memory, server = (machine.pop(each) for each in ("cores", "memory", "PostgreSQL"))
    versions = ", ".join(f"{name} {version}" for name, version in run["peers"].items())
    settings = ", ".join(f"`{name}` {value}" for name, value in machine.items())
    sizes = ", ".join(f"{name} {count:,}" for name, count in run["sizes"].items())
    parts = [
        f"Measured {run['date']} on {cores} shared cores with {memory}: PostgreSQL {server}, "
        f"{settings}. Beside {versions or 'nobody: no peer is installed'}. "
        f"Medians of {run['rounds']}, least and most in brackets. Jobs of each measure: {sizes}.",
        "![Jobs a second, idle latency and milliseconds a claim, of ours and of its peers]"
        "(benchmarks/queue.svg)",
    ]
    parts += [_markdown(sheet) for sheet in sheets(run)]
    parts += [f"Not measured: {stuck}." for stuck in run["stuck"]]
    how = [f"- {name}: {said}" for name, said in run["systems"].items()]
    parts.append("\n".join(["How each is configured:", "", *how]))
    return "\n\n".join(parts)


class NoMarksError(Exception):
    """The page has no marks for the report."""


def write(run: dict[str, Any]) -> None:
    """Write the page's part and the chart. Raises NoMarksError."""
    before, begin, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise NoMarksError(f"{PAGE.name} has no {BEGIN} before an {END}")
    PAGE.write_text(f"{before}{BEGIN}\n\n{render(run)}\n\n{END}{after}", encoding="utf-8")
    CHART.write_text(draw(Figures.of_json(run["figures"]), run), encoding="utf-8")


def _markdown(sheet: Sheet) -> str:
    lines = [sheet.headings, ["---"] * len(sheet.headings), *sheet.rows]
    return f"### {sheet.title}\n\n" + "\n".join(f"| {' | '.join(line)} |" for line in lines)
