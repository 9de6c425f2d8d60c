"""Prints runs and the attempts of their steps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import typer
from rich.console import Console
from rich.markup import escape

from sealedbid.cli.proposals_report import show_open
from sealedbid.cli.tables import print_table
from sealedbid.intelligence.export.costs import dollars, spent_words
from sealedbid.intelligence.models import RunShown
from sealedbid.intelligence.run.order import ORDERS
from sealedbid.intelligence.run.standing import attempts_of, found_by
from sealedbid.platform.errors import ended
from sealedbid.usecases.watching import Run


def print_runs(found: Sequence[RunShown]) -> None:
    """Print a table with a row for each run."""
    headings = (
        *("run", "proposal", "mode", "state", "at"),
        *("model", "tokens", "cost", "started at"),
    )
    rows = [
        (
            str(run.id),
            escape(run.title),
            run.mode,
            run.status,
            run.current_step or "",
            escape(", ".join(run.models)),
            *_spent(run.tokens_in + run.tokens_out, run.cost_micros),
            f"{run.created_at:%Y-%m-%d %H:%M}",
        )
        for run in found
    ]
    print_table(headings, rows, whole=("run", "state", "started at"))


def print_steps(found: Run) -> None:
    """Print a table with a row for each attempt; those that count are marked."""
    order = ORDERS[found.run.mode]
    steps = {step.name: step for step in order}
    counting = {step.id for step in attempts_of(order, found.run, found.steps).values()}
    headings = ("", "step", "try", "state", "by", "tokens", "cost", "ms", "found")
    rows = [
        (
            "✓" if one.id in counting else "",
            one.step,
            str(one.attempt),
            one.status,
            escape(one.model or ""),
            *_spent(one.tokens_in + one.tokens_out, one.cost_micros),
            f"{one.ms:,}",
            escape(_reason(one.error) if one.output is None else found_by(steps[one.step], one)),
        )
        for one in found.steps
    ]
    print_table(headings, rows, whole=("step", "state"))
    run = found.run
    tokens = run.tokens_in + run.tokens_out
    spent = f"; {spent_words(tokens, run.cost_micros)}" if tokens else ""
    typer.echo(f"\n{run.mode}, {run.status}{spent}.{_why(run.error)}")


def show_waiting(found: Run) -> None:
    """Show the questions that a run waits for, if it does, and the commands that answer them."""
    if found.run.status == "needs_input":
        show_open(
            Console(highlight=False),
            str(found.run.proposal_id),
            found.waits_for,
            why="It goes on when these are answered:",
            then=f"sealedbid runs resume {found.run.id}",
        )


def _why(error: Any) -> str:
    reason = _reason(error)
    return f" {ended(reason)}" if reason else ""


def _reason(error: Any) -> str:
    return str(error.get("reason", "")) if isinstance(error, dict) else ""


def _spent(tokens: int, cost_micros: int) -> tuple[str, str]:
    if not tokens:
        return "", ""
    return f"{tokens:,}", dollars(cost_micros) if cost_micros else "no price"
