"""jobs: what an organization's jobs are doing, and the switches that stop them."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import typer

from sealedbid.cli.options import Org

if TYPE_CHECKING:
    from sealedbid.platform.postgres import Transaction
    from sealedbid.system.jobs.models import Job

app = typer.Typer(help="Show, retry, cancel and stop jobs.", no_args_is_help=True)

JobId = Annotated[UUID, typer.Argument(help="The job's id, as `jobs list` shows it.")]
Reason = Annotated[str, typer.Option(help="Why; recorded in the audit log.")]


@app.command("list")
def list_(
    org: Org = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many jobs.")] = 20,
) -> None:
    """List the newest jobs of an organization."""
    from sealedbid.cli.jobs_report import print_jobs
    from sealedbid.cli.within import within
    from sealedbid.system.jobs.repository import jobs

    async def latest(tx: Transaction) -> list[Job]:
        return await jobs.latest(tx, limit=limit)

    print_jobs(within(org, "jobs list", latest))


@app.command()
def show(job: JobId, org: Org = None) -> None:
    """Print everything about one job as JSON.

    The JSON includes the payload, which is the organization's own data.
    """
    from sealedbid.cli.within import within
    from sealedbid.platform.rows import asdict
    from sealedbid.system.jobs.repository import jobs
    from sealedbid.usecases.operating.retries import UnknownJobError

    async def one(tx: Transaction) -> Job | None:
        return await jobs.get(tx, job)

    found = within(org, "jobs show", one)
    if found is None:
        raise UnknownJobError(f"There is no job {job} in this organization.")
    typer.echo(json.dumps(asdict(found), indent=2, default=str, ensure_ascii=False))


@app.command()
def retry(job: JobId, org: Org = None) -> None:
    """Queue a dead or cancelled job again, with all its attempts."""
    from sealedbid.cli.within import within
    from sealedbid.usecases.operating import retries

    async def again(tx: Transaction) -> None:
        await retries.retry(tx, job)

    within(org, "jobs retry", again)
    typer.echo(f"Queued job {job} again.")


@app.command()
def cancel(job: JobId, reason: Reason, org: Org = None) -> None:
    """Cancel one job.

    A queued job ends at once, a running one with its worker's next heartbeat.
    """
    from sealedbid.cli.within import within
    from sealedbid.usecases.operating import retries

    async def end(tx: Transaction) -> None:
        await retries.cancel(tx, job, reason)

    within(org, "jobs cancel", end)
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
    from sealedbid.system.jobs.backlog import read_backlog

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
    from sealedbid.usecases.operating.stops import stop_jobs

    stopped = stop_jobs(read_settings(), reason, org, type_)
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
    from sealedbid.usecases.operating.stops import resume_jobs

    resumed = resume_jobs(read_settings(), reason, org, type_)
    typer.echo("Resumed." if resumed else "Nothing to resume.")
