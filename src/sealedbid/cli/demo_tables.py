"""Prints the demo's tables."""

from __future__ import annotations

from rich.console import Console
from rich.panel import Panel
from rich.table import Table

from sealedbid.demo.load import LoadedAgency
from sealedbid.isolation.prove import ATTACKS, Exposure, Verdict

MARKS: dict[Verdict, str] = {
    "nothing": "[green]0 rows[/]",
    "refused": "[green]refused[/]",
    "LEAK": "[bold red]LEAK[/]",
}


def print_agencies(console: Console, loaded: list[LoadedAgency]) -> None:
    """Print the two agencies side by side, each with a note that the other must not read."""
    width = min((console.width - 1) // 2, 48)
    panels = []
    for letter, one in zip("AB", loaded, strict=True):
        agency = one.agency
        lines = [f"{person.name}, {person.role}" for person in agency.people]
        lines += ["", f"[dim]A note on {agency.clients[0].name}:[/]"]
        lines += [f"[italic]{agency.clients[0].notes}[/]"]
        title = f"[bold]{letter}[/]  {agency.name}"
        panels.append(Panel("\n".join(lines), title=title, width=width))
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_row(*panels)
    console.print(grid)


def print_exposures(console: Console, exposures: list[Exposure]) -> None:
    """A row for each table, a column for each attempt, and a sentence; 80 characters wide."""
    console.print("\n[bold]Rows that A, B and nobody can see; what came of A's attempts on B's[/]")
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold underline")
    table.add_column("table", no_wrap=True)
    for heading in ("A", "B", "nobody"):
        table.add_column(heading, justify="right", no_wrap=True)
    for attack in ATTACKS:
        table.add_column(attack, no_wrap=True)
    for exposure in exposures:
        nobody = str(exposure.seen_by_nobody)
        table.add_row(
            exposure.table,
            str(exposure.seen_by_a),
            str(exposure.seen_by_b),
            f"[dim]{nobody}[/]" if exposure.seen_by_nobody == 0 else f"[bold red]{nobody}[/]",
            *(MARKS.get(exposure.outcomes[attack].verdict, "[dim]-[/]") for attack in ATTACKS),
        )
    console.print(table)
    tried = sum(outcome.tried for one in exposures for outcome in one.outcomes.values())
    leaks = sum(not exposure.is_sealed for exposure in exposures)
    if leaks:
        console.print(f"[bold red]{leaks} tables leaked.[/]")
    else:
        console.print(
            f"[bold green]Sealed.[/] {tried} statements on {len(exposures)} tables, as the login "
            "of requests: no row of B was read, changed, moved, deleted or planted, and B's rows "
            "are what they were."
        )
