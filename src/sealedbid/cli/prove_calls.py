"""Prints the calls of a proof: functions that opened a context, trusted functions, counts."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, Final

from rich.table import Table
from rich.text import Text

from sealedbid.isolation.prove import Outcome, Proof, Verdict

TOLD: Final[tuple[tuple[Verdict, str], ...]] = (
    ("control", "opened the other by the other's own proof or lease, as they should"),
    ("trusted", "reach all organizations by design, on the logins of sign-in and the dispatcher"),
)


def calls_by(proof: Proof, verdict: Verdict) -> dict[str, list[str]]:
    """Functions whose calls ended with this verdict, by login."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, outcome in proof.calls.items():
        if outcome.verdict == verdict:
            login, _, function = name.partition(": ")
            found[login].append(function)
    return dict(found)


def calls_json(proof: Proof) -> dict[str, Any]:
    """Every function with the outcome of its calls."""
    return {name: _outcome(outcome) for name, outcome in proof.calls.items()}


def calls_table(proof: Proof) -> Table:
    """Return a line with the counts; then functions that opened a context, and trusted ones."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
    table.add_column(style="bold")
    table.add_column(no_wrap=True)
    table.add_column()
    if not proof.calls:
        return table
    tried = sum(outcome.tried for outcome in proof.calls.values())
    kept = sum(o.verdict in ("nothing", "refused") for o in proof.calls.values())
    table.add_row("", "", "")
    said = f"{tried:,} calls of {len(proof.calls)} functions and kinds of row"
    table.add_row(Text("□", style="green"), "calls", f"{said}: {kept} gave and changed nothing")
    for verdict, meaning in TOLD:
        for login, functions in calls_by(proof, verdict).items():
            mark = Text("○", style="cyan")
            table.add_row(mark, verdict, f"{login}, {meaning}: {', '.join(functions)}")
    return table


def _outcome(outcome: Outcome) -> dict[str, Any]:
    return {"verdict": outcome.verdict, "what": outcome.what, "calls": outcome.tried}
