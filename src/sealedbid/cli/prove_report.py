"""Prints a proof: a matrix, the leaks, and a sentence with the counts."""

from __future__ import annotations

import string
from collections import Counter
from typing import Any, Final

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sealedbid.cli.prove_calls import calls_json, calls_table
from sealedbid.isolation.prove import SERVER_VECTORS, Proof, Verdict

MARKS: Final[dict[Verdict, tuple[str, str]]] = {
    "refused": ("■", "green"),
    "nothing": ("□", "green"),
    "control": ("○", "cyan"),
    "trusted": ("○", "cyan"),
    "shown": ("!", "bold yellow"),
    "LEAK": ("X", "bold white on red"),
    "does not apply": ("·", "dim"),
    "not run in place": ("-", "dim"),
}
SPOKEN: Final[dict[Verdict, str]] = {
    "refused": "the database refused it",
    "nothing": "it ran, and reached no row of the other",
    "control": "the other's own proof opened it",
    "trusted": "it reaches all organizations, as the list of functions says",
    "shown": "shown, where the installer may not change that (the audit warns)",
    "LEAK": "it leaked",
    "does not apply": "does not apply",
    "not run in place": "not run in place",
}
LETTERS: Final = string.ascii_lowercase + string.ascii_uppercase
NOT_PROVEN: Final = (
    "what any SQL statement can infer: estimates of EXPLAIN, sizes of tables, "
    "locks, names of channels",
    "anything against a superuser, the sign-in code, or code that runs inside our own process",
    "memory safety of PostgreSQL and its extensions",
    "rows: the copy has generated ones, and yours were not read",
)


def as_json(proof: Proof) -> dict[str, Any]:
    """Return the whole proof; the names of its fields are stable."""
    return {
        "database": proof.database,
        "fingerprint": proof.fingerprint,
        "differences": [[d.kind, d.name, d.how] for d in proof.differences],
        "holds": proof.holds,
        "statements": proof.tried,
        "seconds": round(proof.seconds, 1),
        "audit": {"errors": proof.audit.count("error"), "warnings": proof.audit.count("warning")},
        "vectors": {
            **{vector.name: vector.question for vector in proof.vectors},
            **{vector.name: vector.question for vector in SERVER_VECTORS},
        },
        "matrix": {
            table: {vector: outcome.verdict for vector, outcome in row.items()}
            for table, row in proof.cells.items()
        },
        "server": {
            vector: {"verdict": outcome.verdict, "what": outcome.what}
            for vector, outcome in proof.server.items()
        },
        "calls": calls_json(proof),
        "leaks": [
            {"table": table, "vector": vector, "statement": o.statement, "what": o.what}
            for table, vector, o in proof.leaks
        ],
        "changed": list(proof.changed),
        "beside": list(proof.beside),
        "not_proven": not_proven(proof),
    }


def not_proven(proof: Proof) -> list[str]:
    """List the limits of the proof."""
    beside = f"other schemas of this database, which were not copied: {', '.join(proof.beside)}"
    return [*NOT_PROVEN, *([beside] if proof.beside else [])]


def print_proof(console: Console, proof: Proof) -> None:
    """Print tables down and vectors across; then the leaks, and the number of attempts."""
    console.print(_matrix(proof))
    console.print(_legend(proof))
    console.print(_server(proof))
    console.print(calls_table(proof))
    for table, vector, outcome in proof.leaks:
        console.print(Text.assemble("\n", (f"{table}, {vector}", "bold red"), f": {outcome.what}"))
        console.print(Padding(Text(outcome.statement, style="dim"), (0, 0, 0, 4)))
    for name in proof.changed:
        console.print(f"\n[bold red]{name}[/]: rows of the other organization were changed")
    for difference in proof.differences:
        console.print(
            f"\n[yellow]Not as it runs[/]: {difference.kind} {difference.name} is {difference.how} "
            "in the copy"
        )
    if proof.beside:
        console.print(f"\nBeside it, not copied and not attacked: {', '.join(proof.beside)}")
    console.print(Text.assemble("\n", _verdict(proof), " ", summary(proof)))


def summary(proof: Proof) -> str:
    """A sentence with the counts."""
    leaks = len(proof.leaks)
    found = f"{leaks} leak{'s' if leaks != 1 else ''}" if leaks else "no leak"
    errors = proof.audit.count("error")
    audit = f" The audit finds {errors} errors." if errors else ""
    run = sum(
        any(row[vector.name].tried for row in proof.cells.values()) for vector in proof.vectors
    ) + sum(outcome.tried > 0 for outcome in proof.server.values())
    where = f"on a copy of {proof.database} ({proof.fingerprint[:12]}, "
    where += f"{'identical' if not proof.differences else 'not identical'})"
    if proof.in_place:
        where = f"on {proof.database} itself ({proof.fingerprint[:12]}), every one rolled back"
    return (
        f"{proof.tried:,} statements in {run} vectors on {len(proof.cells)} tables, as the real "
        f"logins, {where}: {found}.{_shown(proof)} {proof.seconds:.0f} s.{audit}"
    )


def _shown(proof: Proof) -> str:
    """Say that this server weakens the promise; empty if it does not."""
    if all(outcome.verdict != "shown" for outcome in proof.server.values()):
        return ""
    return " This server shows what is pasted into statements to other tenants: the audit warns."


def _verdict(proof: Proof) -> tuple[str, str]:
    return ("Sealed.", "bold green") if proof.holds else ("Not sealed.", "bold red")


def _matrix(proof: Proof) -> Table:
    matrix = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), show_header=True)
    matrix.add_column("")
    for letter, _ in zip(LETTERS, proof.vectors, strict=False):
        matrix.add_column(letter, header_style="bold", min_width=1)
    for table, row in proof.cells.items():
        marks = [Text(*MARKS[row[vector.name].verdict]) for vector in proof.vectors]
        matrix.add_row(table.removeprefix("public."), *marks)
    return matrix


def _server(proof: Proof) -> Table:
    """Return a row for each vector that attacks the server rather than a table."""
    server = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
    server.add_column(style="bold")
    server.add_column(no_wrap=True)
    server.add_column()
    server.add_row("", "", "")
    for vector in SERVER_VECTORS:
        outcome = proof.server[vector.name]
        said = f"{vector.question}: {SPOKEN[outcome.verdict]}"
        if outcome.tried:
            said += f" ({outcome.tried} views and functions)"
        if outcome.verdict == "shown":
            said += f"; {outcome.what}"
        server.add_row(Text(*MARKS[outcome.verdict]), vector.name, said)
    return server


def _legend(proof: Proof) -> Table:
    """Explain the letters of the vectors and the marks."""
    counts = Counter(outcome.verdict for row in proof.cells.values() for outcome in row.values())
    legend = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
    legend.add_column(style="bold")
    legend.add_column(no_wrap=True)
    legend.add_column()
    legend.add_row("", "", "")
    for letter, vector in zip(LETTERS, proof.vectors, strict=False):
        legend.add_row(letter, vector.name, vector.question)
    legend.add_row("", "", "")
    meanings: dict[Verdict, str] = {
        "refused": "the database refused it",
        "nothing": "it ran, and reached no row of the other",
        "LEAK": "something of the other was read, changed or told",
        "does not apply": "no such rows or privileges, or nobody's secret",
        "not run in place": "not run in place: it needs rows and people that only the copy has",
    }
    for verdict, meaning in meanings.items():
        if counts[verdict]:
            mark, style = MARKS[verdict]
            legend.add_row(Text(mark, style=style), f"{counts[verdict]}", meaning)
    return legend
