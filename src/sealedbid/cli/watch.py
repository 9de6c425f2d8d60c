"""Watching a run: what each step found, as soon as it has."""

from __future__ import annotations

from asyncio.subprocess import Process
from typing import Any
from uuid import UUID

from rich.console import Console
from rich.live import Live
from rich.spinner import Spinner
from rich.table import Table

from sealedbid.intelligence.drafting import FAST
from sealedbid.intelligence.models import AgentStep, Step
from sealedbid.usecases.acting import Acting
from sealedbid.usecases.watching import follow

DOING: dict[Step, str] = {
    "intake": "Reading the brief",
    "recall": "Looking up what you know",
    "write": "Writing",
    "review": "Checking every quote, figure and name",
}


async def watch(console: Console, acting: Acting, job_id: UUID, worker: Process | None) -> None:
    """Show the run's steps until the job is over. Raises NotDraftedError with the reason."""

    def is_worked_on() -> bool:
        return worker is None or worker.returncode is None

    with Live(console=console, refresh_per_second=10, transient=False) as live:
        async for seen in follow(acting.sealed, job_id, is_worked_on=is_worked_on):
            live.update(_table(seen.steps, is_over=seen.is_done))
    if not console.is_terminal:
        console.print()  # the last line was left open


def _table(steps: list[AgentStep], *, is_over: bool) -> Table:
    done = {step.step: step for step in steps if step.status == "done"}
    table = Table.grid(padding=(0, 1, 0, 0))
    waiting = True
    for step in FAST:
        if step in done:
            table.add_row("[green]✓[/]", DOING[step], f"[dim]{found(done[step])}[/]")
        elif waiting and not is_over:
            waiting = False
            table.add_row(Spinner("dots"), DOING[step], "")
        else:
            table.add_row(" ", f"[dim]{DOING[step]}[/]", "")
    return table


def found(step: AgentStep) -> str:
    """What a finished step found, in a few words."""
    output: dict[str, Any] = step.output or {}
    if step.step == "intake":
        requirements = output["requirements"]
        mandatory = sum(one["mandatory"] for one in requirements)
        words = f"{len(requirements)} requirements, {mandatory} of them mandatory"
        deadline = output.get("deadline")
        return f"{words}; reply by {deadline['span']['text']}" if deadline else words
    if step.step == "recall":
        matches = output["matches"]
        sources = len({match["source_id"] for match in matches})
        return f"{len({match['id'] for match in matches})} passages of {sources} sources"
    if step.step == "write":
        states = [answer["state"] for answer in output["answers"]]
        return (
            f"{len(output['document']['sections'])} sections, {len(output['notes'])} quotes, "
            f"{len(output['lines'])} services; {states.count('answered')} requirements answered"
        )
    unsupported = len(output["unsupported"])
    return f"{unsupported} without a source" if unsupported else "all stand in a source"
