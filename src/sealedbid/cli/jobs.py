"""jobs: what an organisation's jobs are doing, and the switches that stop them."""

from __future__ import annotations

import asyncio
import json
from datetime import datetime
from typing import Annotated, TypeVar
from uuid import UUID

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from sealedbid.cli.identity import acting_for, choose, within
from sealedbid.cli.installation import owner_conninfo
from sealedbid.platform.config import read_settings
from sealedbid.platform.errors import SealedbidError
from sealedbid.platform.migrations.operators import organization_owners, resume_jobs, stop_jobs
from sealedbid.platform.postgres import Transaction
from sealedbid.platform.postgres.logins import login_conninfo
from sealedbid.system.models import Job
from sealedbid.system.repository import jobs
from sealedbid.worker.backlog import read_backlog

app = typer.Typer(help="Work that waits, runs and has ended.", no_args_is_help=True)

Org = Annotated[str | None, typer.Option(help="Whose jobs: a name, where there are several.")]
Reason = Annotated[str, typer.Option(help="Why; it stands in the audit log.")]
Result = TypeVar("Result")
STYLES = {"done": "green", "dead": "bold red", "running": "cyan", "cancelled": "dim"}
POLL = 0.5  # seconds


class UnknownJobError(SealedbidError):
    """There is no such job in the organisation, or not one that it can be done with."""


@app.command("list")
def list_(org: Org = None, limit: Annotated[int, typer.Option(min=1, max=1000)] = 20) -> None:
    """The newest jobs of an organisation."""

    async def latest(tx: Transaction) -> list[Job]:
        return await jobs.latest(tx, limit=limit)

    table = Table("job", "type", "state", "attempt", "asked for", "reason", box=None)
    for job in within(org, "jobs list", latest):
        table.add_row(*_cells(job))
    Console(highlight=False, soft_wrap=True).print(table)


@app.command()
def show(job: UUID, org: Org = None) -> None:
    """All of one job, as JSON; its payload is the organisation's own."""

    async def one(tx: Transaction) -> Job | None:
        return await jobs.get(tx, job)

    found = within(org, "jobs show", one)
    if found is None:
        raise UnknownJobError(f"There is no job {job} in this organisation.")
    fields = {name: getattr(found, name) for name in Job.__dataclass_fields__}
    typer.echo(json.dumps(fields, indent=2, default=str, ensure_ascii=False))


@app.command()
def retry(job: UUID, org: Org = None) -> None:
    """Let a dead or cancelled job wait again, with all its attempts."""

    async def again(tx: Transaction) -> bool:
        return await jobs.retry(tx, job)

    if not within(org, "jobs retry", again):
        raise UnknownJobError(f"{job} is no dead or cancelled job of this organisation.")
    typer.echo(f"{job} waits again.")


@app.command()
def cancel(job: UUID, reason: Reason, org: Org = None) -> None:
    """End one job: at once where it waits, with its worker's next heartbeat where it runs."""

    async def end(tx: Transaction) -> int:
        return await jobs.stop(tx, reason, job=job)

    if not within(org, "jobs cancel", end):
        raise UnknownJobError(f"{job} is no job of this organisation that waits or runs.")
    typer.echo(f"{job} ends.")


@app.command()
def tail(org: Org = None) -> None:
    """Print every job of an organisation as its state changes, until you stop it."""
    console = Console(highlight=False, soft_wrap=True)

    async def follow() -> None:
        seen: dict[UUID, tuple[str, int]] = {}
        async with acting_for(read_settings(), org, "jobs tail") as acting:
            while True:
                async with acting.sealed() as tx:
                    found = await jobs.latest(tx, limit=200)
                for job in reversed(found):
                    state = (job.status, job.attempt)
                    if seen.get(job.id, state if not seen else None) != state:
                        console.print(f"{datetime.now():%H:%M:%S}", *_cells(job))
                seen = {job.id: (job.status, job.attempt) for job in found}
                await asyncio.sleep(POLL)

    asyncio.run(follow())


@app.command()
def stats() -> None:
    """What waits and runs in the whole installation, by type, and what is stopped."""
    console = Console(highlight=False, soft_wrap=True)
    backlog = read_backlog(login_conninfo(read_settings(), "sb_dispatch"))
    table = Table("type", "ready", "oldest", "scheduled", "running", "suspects", box=None)
    for row in backlog.types:
        age = "" if row.oldest_seconds is None else f"{row.oldest_seconds:.0f} s"
        after = (str(count) for count in (row.scheduled, row.running, row.suspects))
        table.add_row(row.job_type, str(row.ready), age, *after)
    console.print(table)
    for held in backlog.quarantines:
        why = "its worker died under some, and they are tried one by one"
        console.print(f"[yellow]Isolated[/]: every job of organization {held.org_id} ({why})")
    for stop in backlog.stops:
        what = stop.job_type or "every job"
        whose = f"of organisation {stop.org_id}" if stop.org_id else "of all organisations"
        console.print(f"[bold red]Stopped[/]: {what} {whose} ({stop.reason})")


@app.command()
def stop(
    reason: Reason,
    org: Annotated[str | None, typer.Option(help="Only of this organisation.")] = None,
    type_: Annotated[str | None, typer.Option("--type", help="Only jobs of this type.")] = None,
) -> None:
    """Stop jobs: all, those of an organisation, of a type, or of both. What runs is given back."""
    conninfo = owner_conninfo(read_settings())
    stopped = stop_jobs(conninfo, reason, _org_id(conninfo, org), type_)
    typer.echo("Stopped." if stopped else "That was stopped already.")


@app.command()
def resume(
    reason: Reason,
    org: Annotated[str | None, typer.Option(help="Of this organisation.")] = None,
    type_: Annotated[str | None, typer.Option("--type", help="Jobs of this type.")] = None,
) -> None:
    """Take a stop back: name the same organisation and type."""
    conninfo = owner_conninfo(read_settings())
    resumed = resume_jobs(conninfo, reason, _org_id(conninfo, org), type_)
    typer.echo("Goes on." if resumed else "That was not stopped.")


def _org_id(conninfo: str, org: str | None) -> UUID | None:
    return None if org is None else choose(organization_owners(conninfo), org).org_id


def _cells(job: Job) -> list[str]:
    reason = job.error.get("reason", "") if isinstance(job.error, dict) else ""
    style = STYLES.get(job.status, "")
    waits = job.status in ("scheduled", "queued", "running")
    state = f"{job.status} (suspect)" if waits and job.suspicion > 0 else job.status
    return [
        str(job.id),
        job.job_type,
        f"[{style}]{state}[/]" if style else state,
        str(job.attempt),
        f"{job.created_at:%Y-%m-%d %H:%M:%S}",
        escape(str(reason)),
    ]
