"""Prints the figures of a run, and formats them for a file."""

from __future__ import annotations

from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table

from benchmarks.aims import LARGE, SMALL, Verdict
from benchmarks.measure import OPERATIONS, Results, Samples
from benchmarks.peers import NAMES

IN_MILLISECONDS = 10_000  # µs; from here on a row is printed in ms
WIDE = 98  # columns; from here on the peers' spread has room


def print_results(console: Console, results: Results) -> None:
    """Print a table for each size, the ratios first."""
    for orgs in (SMALL, LARGE):
        console.print(
            f"\n[bold]{orgs:,} organizations[/]  [dim]sealed by unsealed, by setting; then µs[/]"
        )
        table = _table("", "÷ uns.", "÷ set.", "more", *NAMES)
        for operation in OPERATIONS:
            sealed, setting, unsealed = (results[operation, name, orgs] for name in NAMES)
            slow = unsealed.median >= IN_MILLISECONDS
            scale = 1000 if slow else 1
            table.add_row(
                f"{operation}{', ms' if slow else ''}",
                f"[bold]{sealed.median / unsealed.median:.2f} x[/]",
                f"{sealed.median / setting.median:.2f} x",
                f"{(sealed.median - unsealed.median) / scale:+.{1 if slow else 0}f}",
                _spread(sealed, scale),
                *(_spread(peer, scale, console.width >= WIDE) for peer in (setting, unsealed)),
            )
        console.print(table)
    console.print("[dim]Medians of batches (p10-p90).[/]")


def print_verdicts(console: Console, verdicts: list[Verdict]) -> None:
    """Print a tick or a cross for each aim, and by how much it is missed."""
    console.print("\n[bold]Aims[/]")
    table = _table("", "organizations", "measured", "at most", "")
    for verdict in verdicts:
        digits = 2 if verdict.unit == "x" else 0
        over = f"{verdict.value - verdict.limit:.{digits}f} {verdict.unit} too much"
        table.add_row(
            verdict.what,
            verdict.where,
            f"{verdict.value:.{digits}f} {verdict.unit}",
            f"{verdict.limit:.{digits}f} {verdict.unit}",
            "[green]✓[/]" if verdict.kept else f"[yellow]✗ {over}[/]",
        )
    console.print(table)


def as_json(results: Results, verdicts: list[Verdict], **run: Any) -> dict[str, Any]:
    """Return everything, with the means of all batches, in microseconds."""
    return {
        **run,
        "results": [
            {
                "operation": operation,
                "isolation": name,
                "organizations": orgs,
                "median": samples.median,
                "p10": samples.spread[0],
                "p90": samples.spread[1],
                "batches": samples.means,
            }
            for (operation, name, orgs), samples in results.items()
        ],
        "aims": [
            {
                "aim": verdict.what,
                "organizations": verdict.where,
                "value": verdict.value,
                "limit": verdict.limit,
                "unit": verdict.unit,
                "kept": verdict.kept,
            }
            for verdict in verdicts
        ],
    }


def _table(*headings: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    for number, heading in enumerate(headings):
        table.add_column(heading, justify="right" if number else "left", no_wrap=True)
    return table


def _spread(samples: Samples, scale: int, with_spread: bool = True) -> str:
    digits = 0 if scale == 1 else 1
    middle, low, high = (value / scale for value in (samples.median, *samples.spread))
    spread = f" ({low:.{digits}f}-{high:.{digits}f})" if with_spread else ""
    return f"{middle:.{digits}f}{spread}"
