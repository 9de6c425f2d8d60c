"""How jobs and what waits in the queue are printed."""

from __future__ import annotations

import asyncio
from datetime import datetime
from uuid import UUID

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from sealedbid.cli.identity import acting_for
from sealedbid.platform.config import Settings
from sealedbid.system.models import Job
from sealedbid.system.repository import jobs
from sealedbid.worker.backlog import Backlog

STYLES = {"done": "green", "dead": "bold red", "running": "cyan", "cancelled": "dim"}
POLL = 0.5  # seconds
ROWS = {
    "claim": "every job",
    "promote": "job",
    "rescue": "job",
    "sweep": "job",
    "purge": "credential",
    "chain": "event",
    "fire": "schedule",
}
"""The kind of row that each part of the maintenance handles."""


def print_jobs(found: list[Job]) -> None:
    """Print a table with a row for each job."""
    table = Table("job", "type", "state", "attempt", "queued at", "reason", box=None)
    for job in found:
        table.add_row(*_cells(job))
    _console().print(table)


async def follow_jobs(settings: Settings, org: str | None) -> None:
    """Print each job of an organization when its state changes, for ever."""
    console = _console()
    seen: dict[UUID, tuple[str, int]] = {}
    async with acting_for(settings, org, "jobs tail") as acting:
        while True:
            async with acting.sealed() as tx:
                found = await jobs.latest(tx, limit=200)
            for job in reversed(found):
                state = (job.status, job.attempt)
                if seen.get(job.id, state if not seen else None) != state:
                    console.print(f"{datetime.now():%H:%M:%S}", *_cells(job))
            seen = {job.id: (job.status, job.attempt) for job in found}
            await asyncio.sleep(POLL)


def print_backlog(backlog: Backlog) -> None:
    """Print a row for each type of job, and a line for each stop and each row set aside."""
    console = _console()
    table = Table("type", "ready", "oldest", "scheduled", "running", box=None)
    for row in backlog.types:
        age = "" if row.oldest_seconds is None else f"{row.oldest_seconds:.0f} s"
        table.add_row(row.job_type or "", str(row.ready), age, str(row.scheduled), str(row.running))
    console.print(table)
    for stop in backlog.stops:
        what = escape(stop.job_type) if stop.job_type else "every job"
        whose = f"of organization {stop.org_id}" if stop.org_id else "of all organizations"
        console.print(f"[bold red]Stopped[/]: {what} {whose} ({escape(stop.reason)})")
    for aside in backlog.aside:
        what = f"{ROWS[aside.task]} {aside.row_id}" if aside.row_id else ROWS[aside.task]
        console.print(
            f"[bold red]Set aside[/]: {what} of organization {aside.org_id} ({aside.task}:"
            f" {escape(aside.reason)}; tried {aside.tries} times since"
            f" {aside.first_at:%Y-%m-%d %H:%M}, again at {aside.retry_at:%H:%M})"
        )


def _console() -> Console:
    return Console(highlight=False, soft_wrap=True)


def _cells(job: Job) -> list[str]:
    reason = job.error.get("reason", "") if isinstance(job.error, dict) else ""
    style = STYLES.get(job.status, "")
    return [
        str(job.id),
        job.job_type,
        f"[{style}]{job.status}[/]" if style else job.status,
        str(job.attempt),
        f"{job.created_at:%Y-%m-%d %H:%M:%S}",
        escape(str(reason)),
    ]
