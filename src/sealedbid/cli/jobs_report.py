"""Prints jobs and the backlog of the queue."""

from __future__ import annotations

import asyncio
from datetime import datetime
from uuid import UUID

from rich.console import Console
from rich.markup import escape

from sealedbid.cli.tables import print_table
from sealedbid.platform.config import Settings
from sealedbid.system.jobs.backlog import Backlog
from sealedbid.system.jobs.models import Job
from sealedbid.system.jobs.repository import jobs
from sealedbid.usecases.acting import acting_for

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
"""Kind of row that each maintenance task handles."""


def print_jobs(found: list[Job]) -> None:
    """Print a table with a row for each job."""
    headings = ("job", "type", "state", "try", "queued at", "reason")
    print_table(headings, map(_cells, found), whole=("job", "state", "queued at"))


async def follow_jobs(settings: Settings, org: str | None) -> None:
    """Print each job of an organization when its state changes, for ever."""
    console = Console(highlight=False, soft_wrap=True)
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
    rows = [
        [
            escape(row.job_type or ""),
            str(row.ready),
            "" if row.oldest_seconds is None else f"{row.oldest_seconds:.0f} s",
            str(row.scheduled),
            str(row.running),
            str(row.suspects),
        ]
        for row in backlog.types
    ]
    print_table(("type", "ready", "oldest", "scheduled", "running", "suspects"), rows)
    console = Console(highlight=False, soft_wrap=True)
    for held in backlog.quarantines:
        why = "its worker died under some, and they are tried one by one"
        console.print(f"[yellow]Isolated[/]: every job of organization {held.org_id} ({why})")
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


def _cells(job: Job) -> list[str]:
    reason = job.error.get("reason", "") if isinstance(job.error, dict) else ""
    style = STYLES.get(job.status, "")
    waits = job.status in ("scheduled", "queued", "running")
    state = f"{job.status} (suspect)" if waits and job.suspicion > 0 else job.status
    return [
        str(job.id),
        escape(job.job_type),
        f"[{style}]{state}[/]" if style else state,
        str(job.attempt),
        f"{job.created_at:%m-%d %H:%M}",
        escape(str(reason)),
    ]
