"""Watching a run: each step says what it found, as soon as it has."""

from __future__ import annotations

import asyncio
from asyncio.subprocess import Process
from collections.abc import Mapping
from uuid import UUID

from rich.console import Console
from rich.live import Live
from rich.markup import escape
from rich.spinner import Spinner
from rich.table import Table

from sealedbid.cli.identity import Acting
from sealedbid.intelligence.models import AgentStep
from sealedbid.intelligence.repository import agent_runs, agent_steps
from sealedbid.intelligence.run.order import ORDERS, Order
from sealedbid.intelligence.run.standing import attempts_of, found_by
from sealedbid.platform.errors import SealedbidError, ended
from sealedbid.system.models import Job
from sealedbid.system.repository import jobs

POLL = 0.1  # seconds


class NotDraftedError(SealedbidError):
    """The job ended without a draft."""


async def watch(console: Console, acting: Acting, job_id: UUID, worker: Process | None) -> None:
    """Show the run's steps until the job is over. Raises NotDraftedError with the reason."""
    with Live(console=console, refresh_per_second=10, transient=False) as live:
        while True:
            alive = worker is None or worker.returncode is None
            job, order, attempts = await _state(acting, job_id)
            live.update(_table(order, attempts, is_over=job.status == "done"))
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


async def _state(acting: Acting, job_id: UUID) -> tuple[Job, Order, dict[str, AgentStep]]:
    """Read the job, the order of its steps, and the attempts that count."""
    async with acting.sealed() as tx:
        job = await jobs.get(tx, job_id)
        run = await agent_runs.of_job(tx, job_id)
        steps = await agent_steps.of_run(tx, run.id) if run is not None else []
    if job is None:
        raise NotDraftedError("The job was removed.")
    order = ORDERS[run.mode if run is not None else "fast"]
    return job, order, attempts_of(order, run, steps) if run is not None else {}


def _reason(job: Job) -> str:
    if isinstance(job.error, dict) and "reason" in job.error:
        return str(job.error["reason"])
    return job.status


def _table(order: Order, attempts: Mapping[str, AgentStep], *, is_over: bool) -> Table:
    table = Table.grid(padding=(0, 1, 0, 0))
    waiting = True
    for step in order:
        if step.name in attempts:
            found = found_by(step, attempts[step.name])
            table.add_row("[green]✓[/]", step.doing, f"[dim]{escape(found)}[/]")
        elif waiting and not is_over:
            waiting = False
            table.add_row(Spinner("dots"), step.doing, "")
        else:
            table.add_row(" ", f"[dim]{step.doing}[/]", "")
    return table
