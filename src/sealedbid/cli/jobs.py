"""jobs: what an organization's jobs are doing, and the switches that stop them."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import typer

from sealedbid.platform.errors import SealedbidError
from sealedbid.system.models import Job

if TYPE_CHECKING:
    from sealedbid.platform.postgres import Transaction

app = typer.Typer(help="Show, retry, cancel and stop jobs.", no_args_is_help=True)

JobId = Annotated[UUID, typer.Argument(help="The job's id, as `jobs list` shows it.")]
Org = Annotated[
    str | None,
    typer.Option(help="The organization: its name or id. May be left out where there is one."),
]
Reason = Annotated[str, typer.Option(help="Why; recorded in the audit log.")]


class UnknownJobError(SealedbidError):
    """No such job, or the job is not in a state that allows this."""


@app.command("list")
def list_(
    org: Org = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many jobs.")] = 20,
) -> None:
    """List the newest jobs of an organization."""
    from sealedbid.cli.identity import within
    from sealedbid.cli.jobs_report import print_jobs
    from sealedbid.system.repository import jobs

    async def latest(tx: Transaction) -> list[Job]:
        return await jobs.latest(tx, limit=limit)

    print_jobs(within(org, "jobs list", latest))


@app.command()
def show(job: JobId, org: Org = None) -> None:
    """Print everything about one job as JSON.

    The JSON includes the payload, which is the organization's own data.
    """
    from sealedbid.cli.identity import within
    from sealedbid.system.repository import jobs

    async def one(tx: Transaction) -> Job | None:
        return await jobs.get(tx, job)

    found = within(org, "jobs show", one)
    if found is None:
        raise UnknownJobError(f"There is no job {job} in this organization.")
    fields = {name: getattr(found, name) for name in Job.__dataclass_fields__}
    typer.echo(json.dumps(fields, indent=2, default=str, ensure_ascii=False))


@app.command()
def retry(job: JobId, org: Org = None) -> None:
    """Queue a dead or cancelled job again, with all its attempts."""
    from sealedbid.cli.identity import within
    from sealedbid.system.repository import jobs

    async def again(tx: Transaction) -> bool:
        return await jobs.retry(tx, job)

    if not within(org, "jobs retry", again):
        raise UnknownJobError(f"{job} is not a dead or cancelled job of this organization.")
    typer.echo(f"Queued job {job} again.")


@app.command()
def cancel(job: JobId, reason: Reason, org: Org = None) -> None:
    """Cancel one job.

    A queued job ends at once, a running one with its worker's next heartbeat.
    """
    from sealedbid.cli.identity import within
    from sealedbid.system.repository import jobs

    async def end(tx: Transaction) -> int:
        return await jobs.stop(tx, reason, job=job)

    if not within(org, "jobs cancel", end):
        raise UnknownJobError(f"{job} is not a queued or running job of this organization.")
    typer.echo(f"Cancelled job {job}.")


@app.command()
def tail(org: Org = None) -> None:
    """Print an organization's jobs as they change, until you stop it."""
    from sealedbid.cli.jobs_report import follow_jobs
    from sealedbid.platform.config import read_settings

    asyncio.run(follow_jobs(read_settings(), org))


@app.command()
def stats() -> None:
    """Count the jobs of the whole installation by type.

    Also lists what `jobs stop` has stopped, and what maintenance could not handle and set aside.
    """
    from sealedbid.cli.jobs_report import print_backlog
    from sealedbid.platform.config import read_settings
    from sealedbid.platform.postgres.logins import login_conninfo
    from sealedbid.worker.backlog import read_backlog

    print_backlog(read_backlog(login_conninfo(read_settings(), "sb_dispatch")))


@app.command()
def stop(
    reason: Reason,
    org: Annotated[
        str | None, typer.Option(help="Stop jobs of this organization only: its name or id.")
    ] = None,
    type_: Annotated[
        str | None, typer.Option("--type", help="Stop jobs of this type only.")
    ] = None,
) -> None:
    """Stop all jobs, or those of an organization, of a type, or both.

    Queued jobs wait until `jobs resume`; running ones go back to the queue.
    """
    from sealedbid.platform.config import read_settings
    from sealedbid.platform.installer import stop_jobs
    from sealedbid.platform.owner import owner_conninfo

    conninfo = owner_conninfo(read_settings())
    stopped = stop_jobs(conninfo, reason, _org_id(conninfo, org), type_)
    typer.echo("Stopped." if stopped else "Stopped already.")


@app.command()
def resume(
    reason: Reason,
    org: Annotated[
        str | None, typer.Option(help="The organization that `jobs stop` was given.")
    ] = None,
    type_: Annotated[
        str | None, typer.Option("--type", help="The type that `jobs stop` was given.")
    ] = None,
) -> None:
    """Resume what `jobs stop` stopped.

    Name the same organization and type.
    """
    from sealedbid.platform.config import read_settings
    from sealedbid.platform.installer import resume_jobs
    from sealedbid.platform.owner import owner_conninfo

    conninfo = owner_conninfo(read_settings())
    resumed = resume_jobs(conninfo, reason, _org_id(conninfo, org), type_)
    typer.echo("Resumed." if resumed else "Nothing to resume.")


def _org_id(conninfo: str, org: str | None) -> UUID | None:
    from sealedbid.cli.identity import choose
    from sealedbid.platform.installer import organization_owners

    return None if org is None else choose(organization_owners(conninfo), org).org_id
