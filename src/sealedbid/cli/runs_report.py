"""Prints and resumes runs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from rich.console import Console
from rich.markup import escape

from sealedbid.cli.drafting import follow
from sealedbid.cli.files.reading import read_text_file
from sealedbid.cli.tables import print_table
from sealedbid.intelligence.errors import InputRefusedError
from sealedbid.intelligence.models import AgentStep, RunShown
from sealedbid.intelligence.run.order import ORDERS
from sealedbid.intelligence.run.standing import attempts_of, found_by
from sealedbid.platform.config import Settings
from sealedbid.platform.errors import ended
from sealedbid.usecases.acting import acting_for
from sealedbid.usecases.drafting import Documents, request_resume
from sealedbid.usecases.watching import Run


def print_runs(found: Sequence[RunShown]) -> None:
    """Print a table with a row for each run."""
    headings = ("run", "proposal", "mode", "state", "at", "tokens", "cost", "started at")
    rows = [
        (
            str(run.id),
            escape(run.title),
            run.mode,
            run.status,
            run.current_step or "",
            f"{run.tokens_in + run.tokens_out:,}",
            _cost(run.cost_micros),
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
            one.model or "",
            f"{one.tokens_in + one.tokens_out:,}",
            _cost(one.cost_micros),
            str(one.ms),
            escape(_reason(one) if one.output is None else found_by(steps[one.step], one)),
        )
        for one in found.steps
    ]
    print_table(headings, rows, whole=("step", "state"))


def read_edits(path: Path) -> dict[str, Any]:
    """Read the fields that a person changes. Raises UnreadableFile, InputRefusedError."""
    try:
        edits = json.loads(read_text_file(path).text)
    except ValueError as error:
        raise InputRefusedError(ended(f"{path} is no JSON: {error}")) from None
    if not isinstance(edits, dict):
        raise InputRefusedError(f"{path} has no JSON object: give the fields by name.")
    return edits


async def resume_run(
    console: Console,
    settings: Settings,
    org: str | None,
    run_id: UUID,
    step: str,
    edits: Mapping[str, Any] | None,
    *,
    run_worker: bool,
) -> Documents | None:
    """Enqueue the resumption and watch it; return the documents, or None if there is no run."""
    async with acting_for(settings, org, "runs resume") as acting:
        async with acting.sealed() as tx:
            asked = await request_resume(tx, run_id, step, edits, writer=settings.writer)
        if asked is None:
            return None
        return await follow(console, acting, asked, run_worker=run_worker)


def _reason(step: AgentStep) -> str:
    return str(step.error.get("reason", "")) if isinstance(step.error, dict) else ""


def _cost(micros: int) -> str:
    return f"${micros / 1_000_000:.2f}" if micros else ""
