"""schedules: an organization's recurring jobs."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sealedbid.cli.errors import CommandError
from sealedbid.cli.options import Org
from sealedbid.platform.errors import ended

if TYPE_CHECKING:
    from sealedbid.platform.postgres import Transaction
    from sealedbid.system.jobs.models import JobSchedule

app = typer.Typer(help="Manage recurring jobs.", no_args_is_help=True)

Name = Annotated[str, typer.Argument(help="The schedule's name.")]
AsOperator = Annotated[
    bool,
    typer.Option(
        "--as-operator",
        help="Act as the operator, who alone may schedule types under `system.` and `billing.`.",
    ),
]


class PayloadError(CommandError):
    """The payload is not a JSON object."""


@app.command("list")
def list_(org: Org = None) -> None:
    """List the schedules of an organization by name."""
    from sealedbid.cli.schedules_report import print_schedules
    from sealedbid.cli.within import within
    from sealedbid.system.jobs.repository import job_schedules

    print_schedules(within(org, "schedules list", job_schedules.page))


@app.command("set")
def set_(
    name: Name,
    job_type: Annotated[str, typer.Option("--type", help="The type of the jobs to enqueue.")],
    cron: Annotated[
        str, typer.Option(help="Five fields: minute, hour, day of month, month, day of week.")
    ],
    timezone: Annotated[
        str, typer.Option(help="The IANA time zone that `--cron` is read in.")
    ] = "UTC",
    payload: Annotated[str, typer.Option(help="The payload of the jobs: a JSON object.")] = "{}",
    catch_up: Annotated[
        bool, typer.Option(help="After downtime, run once for all the runs that were missed.")
    ] = True,
    org: Org = None,
    as_operator: AsOperator = False,
) -> None:
    """Create a schedule or replace the one of this name, and enable it."""
    from sealedbid.platform.config import read_settings
    from sealedbid.usecases.operating.schedules import Plan, set_schedule

    plan = Plan(
        name=name,
        job_type=job_type,
        cron=cron,
        timezone=timezone,
        payload=_parsed(payload),
        catch_up=catch_up,
    )
    first = asyncio.run(set_schedule(read_settings(), org, plan, as_operator=as_operator))
    typer.echo(f"{name} runs next at {first.astimezone(UTC):%Y-%m-%d %H:%M} UTC.")


@app.command()
def remove(name: Name, org: Org = None, as_operator: AsOperator = False) -> None:
    """Remove a schedule.

    Jobs that it has already enqueued still run.
    """
    from sealedbid.platform.config import read_settings
    from sealedbid.usecases.operating.schedules import remove_schedule

    asyncio.run(remove_schedule(read_settings(), org, name, as_operator=as_operator))
    typer.echo(f"Removed {name}.")


@app.command("next")
def next_(name: Name, org: Org = None) -> None:
    """Print the next five times of a schedule.

    In the schedule's own time zone, and in UTC.
    """
    from sealedbid.cli.schedules_report import print_coming_runs
    from sealedbid.cli.within import within
    from sealedbid.system.jobs.repository import job_schedules
    from sealedbid.usecases.operating.schedules import UnknownScheduleError

    async def one(tx: Transaction) -> JobSchedule | None:
        return await job_schedules.named(tx, name)

    schedule = within(org, "schedules next", one)
    if schedule is None:
        raise UnknownScheduleError(name)
    if not schedule.is_active:
        typer.echo(f"{name} is off: {ended(str(schedule.off_reason))}")
        return
    print_coming_runs(schedule)


def _parsed(payload: str) -> dict[str, Any]:
    try:
        asked = json.loads(payload)
    except ValueError:
        raise PayloadError("payload: not JSON. Give a JSON object.") from None
    if not isinstance(asked, dict):
        raise PayloadError("payload: JSON, but not an object. Give a JSON object.")
    return asked
