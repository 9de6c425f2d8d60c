"""The tables of a run, at a terminal and on the page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from rich.console import Console
from rich.table import Table
from tests.fixtures.pages import REFERENCE, write_table

from benchmarks.aims import LARGE, SMALL

PAGE: Final = REFERENCE / "benchmarks.md"
Medians = Mapping[tuple[str, str, int, int], Mapping[str, float]]
HEAD: Final = (
    "organizations",
    "operation",
    "clients",
    "opening by",
    "requests/s",
    "÷ peer",
    "p95 ms",
    "÷ peer",
    "CPU µs Python + PostgreSQL",
    "peer's",
)


def print_report(console: Console, medians: Medians) -> None:
    """Print all rows."""
    table = Table(*HEAD, collapse_padding=True)
    for row in rows_of(medians):
        table.add_row(*row)
    console.print(table)
    grown = Table("operation", "clients", "opening by", "growth")
    for row in growth_of(medians):
        grown.add_row(*row)
    console.print(grown)


def rows_of(medians: Medians) -> list[list[str]]:
    """A row for each operation, size and way of opening, beside the peer's figures."""
    rows = []
    for (operation, way, orgs, clients), ours in medians.items():
        if way == "peer":
            continue
        peer = medians[operation, "peer", orgs, clients]
        rows.append(
            [
                f"{orgs:,}",
                operation,
                str(clients),
                way,
                f"{ours['rates']:.0f}",
                f"**{ours['rates'] / peer['rates']:.2f}**",
                f"{ours['p95']:.1f}",
                f"{ours['p95'] / peer['p95']:.2f}",
                f"{ours['python']:.0f} + {ours['postgres']:.0f}",
                f"{peer['python']:.0f} + {peer['postgres']:.0f}",
            ]
        )
    return sorted(rows, key=lambda row: (len(row[0]), row[1], int(row[2]), row[3]))


def growth_of(medians: Medians) -> list[list[str]]:
    """The processor time with many organizations by that with few, ours and the peer's."""
    rows = []
    for operation, way, orgs, clients in medians:
        if orgs != LARGE or (operation, way, SMALL, clients) not in medians:
            continue
        few = medians[operation, way, SMALL, clients]
        many = medians[operation, way, LARGE, clients]
        grown = (many["python"] + many["postgres"]) / (few["python"] + few["postgres"])
        rows.append([operation, str(clients), way, f"{grown:.2f}"])
    return sorted(rows)


def write_page(medians: Medians, *, rounds: int) -> None:
    """Replace the tables of the API on the page."""
    del rounds
    write_table(PAGE, "api", rows_of(medians))
    write_table(PAGE, "api growth", growth_of(medians))
