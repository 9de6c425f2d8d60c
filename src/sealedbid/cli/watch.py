"""Watching a run: what each step found, as soon as it has."""

from __future__ import annotations

import asyncio
from asyncio.subprocess import Process
from typing import Any
from uuid import UUID

from rich.console import Console
from rich.live import Live
from rich.spinner import Spinner
from rich.table import Table

from sealedbid.cli.errors import CommandError
from sealedbid.cli.identity import Acting
from sealedbid.intelligence.drafting import FAST
from sealedbid.intelligence.models import AgentStep, Step
from sealedbid.intelligence.repository import agent_runs, agent_steps
from sealedbid.platform.errors import ended
from sealedbid.system.models import Job
from sealedbid.system.repository import jobs

POLL = 0.1  # seconds

DOING: dict[Step, str] = {
    "intake": "Reading the brief",
    "recall": "Looking up what you know",
    "write": "Writing",
    "review": "Checking every quote, figure and name",
}


class NotDraftedError(CommandError):
    """The job ended without a draft."""


async def watch(console: Console, acting: Acting, job_id: UUID, worker: Process | None) -> None:
    """Show the run's steps until the job is over. Raises NotDraftedError with the reason."""
    with Live(console=console, refresh_per_second=10, transient=False) as live:
        while True:
            alive = worker is None or worker.returncode is None
            job, steps = await _state(acting, job_id)
            live.update(_table(steps, is_over=job.status == "done"))
            if job.status == "done":
                break
            if job.status in ("dead", "cancelled"):
                raise NotDraftedError(f"No draft: {ended(_reason(job))}")
            if not alive:
                raise NotDraftedError(
                    "The worker ended before the draft was there: `sealedbid worker` continues it."
                )
            await asyncio.sleep(POLL)
    if not console.is_terminal:
        console.print()  # the last line was left open


async def _state(acting: Acting, job_id: UUID) -> tuple[Job, list[AgentStep]]:
    async with acting.sealed() as tx:
        job = await jobs.get(tx, job_id)
        run = await agent_runs.of_job(tx, job_id)
        steps = await agent_steps.of_run(tx, run.id) if run is not None else []
    if job is None:
        raise NotDraftedError("The job was removed.")
    return job, steps


def _reason(job: Job) -> str:
    if isinstance(job.error, dict) and "reason" in job.error:
        return str(job.error["reason"])
    return job.status


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
