"""schedules: jobs that an organisation asks for again and again."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from itertools import islice
from typing import Annotated, Any, TypeVar
from zoneinfo import ZoneInfo

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from sealedbid.cli.identity import choose, within
from sealedbid.cli.installation import owner_conninfo
from sealedbid.platform.config import read_settings
from sealedbid.platform.errors import SealedbidError, ended
from sealedbid.platform.migrations.operators import (
    organization_owners,
    remove_schedule,
    set_schedule,
)
from sealedbid.platform.postgres import Transaction
from sealedbid.system.models import JobSchedule
from sealedbid.system.repository import job_schedules
from sealedbid.system.schedules import coming_runs, next_run

app = typer.Typer(help="Jobs that are asked for again and again.", no_args_is_help=True)

Org = Annotated[str | None, typer.Option(help="Whose: a name, where there are several.")]
AsOperator = Annotated[
    bool, typer.Option("--as-operator", help="Not as the organisation's owner: the operator's.")
]
Result = TypeVar("Result")
COMING = 5


class UnknownScheduleError(SealedbidError):
    """There is no such schedule in the organisation."""


class PayloadError(SealedbidError):
    """The payload is no JSON object."""


@app.command("list")
def list_(org: Org = None) -> None:
    """The schedules of an organisation, by name."""
    table = Table("name", "type", "cron", "zone", "next (UTC)", "last", "came of it", box=None)
    for schedule in within(org, "schedules list", job_schedules.page):
        table.add_row(
            escape(schedule.name),
            schedule.job_type,
            escape(schedule.cron),
            escape(schedule.timezone),
            _minute(schedule.next_run_at) or f"[bold red]off[/]: {schedule.off_reason}",
            _minute(schedule.last_run_at),
            schedule.last_outcome or "",
        )
    Console(highlight=False, soft_wrap=True).print(table)


@app.command("set")
def set_(
    name: str,
    job_type: Annotated[str, typer.Option("--type", help="The type of job to ask for.")],
    cron: Annotated[str, typer.Option(help="Minute, hour, day of month, month, day of week.")],
    timezone: Annotated[str, typer.Option(help="Whose clock: an IANA name.")] = "UTC",
    payload: Annotated[str, typer.Option(help="What the job is asked with, as JSON.")] = "{}",
    catch_up: Annotated[
        bool, typer.Option(help="Whether one run makes up for those that were missed.")
    ] = True,
    org: Org = None,
    as_operator: AsOperator = False,
) -> None:
    """Set the schedule of this name, as a whole, and switch it on."""
    asked = _parsed(payload)
    first = next_run(cron, timezone, datetime.now(UTC))
    if as_operator:
        conninfo = owner_conninfo(read_settings())
        org_id = choose(organization_owners(conninfo), org).org_id
        set_schedule(
            conninfo,
            org_id,
            name,
            job_type,
            cron=cron,
            timezone=timezone,
            next_run_at=first,
            payload=asked,
            catch_up=catch_up,
        )
    else:

        async def put(tx: Transaction) -> None:
            await job_schedules.put(
                tx,
                name,
                job_type,
                cron=cron,
                timezone=timezone,
                payload=asked,
                catch_up=catch_up,
            )

        within(org, "schedules set", put)
    typer.echo(f"{name} runs next at {_minute(first)} UTC.")


@app.command()
def remove(name: str, org: Org = None, as_operator: AsOperator = False) -> None:
    """Remove a schedule; a job that it has asked for goes on."""

    async def take(tx: Transaction) -> bool:
        return await job_schedules.remove(tx, name)

    if as_operator:
        conninfo = owner_conninfo(read_settings())
        org_id = choose(organization_owners(conninfo), org).org_id
        removed = remove_schedule(conninfo, org_id, name)
    else:
        removed = within(org, "schedules remove", take)
    if not removed:
        raise _unknown(name)
    typer.echo(f"{name} is removed.")


@app.command("next")
def next_(name: str, org: Org = None) -> None:
    """The coming five times of a schedule, by its own clock and in UTC."""

    async def one(tx: Transaction) -> JobSchedule | None:
        return await job_schedules.named(tx, name)

    schedule = within(org, "schedules next", one)
    if schedule is None:
        raise _unknown(name)
    if not schedule.is_active:
        typer.echo(f"{name} is off: {ended(str(schedule.off_reason))}")
        return
    table = Table(schedule.timezone, "UTC", box=None)
    zone = ZoneInfo(schedule.timezone)
    for run in islice(coming_runs(schedule.cron, schedule.timezone, datetime.now(UTC)), COMING):
        table.add_row(f"{run.astimezone(zone):%a %Y-%m-%d %H:%M %z}", _minute(run))
    Console(highlight=False, soft_wrap=True).print(table)


def _minute(time: datetime | None) -> str:
    return "" if time is None else f"{time.astimezone(UTC):%Y-%m-%d %H:%M}"


def _parsed(payload: str) -> dict[str, Any]:
    try:
        asked = json.loads(payload)
    except ValueError:
        raise PayloadError("payload: this is no JSON.") from None
    if not isinstance(asked, dict):
        raise PayloadError("payload: a JSON object is wanted.")
    return asked


def _unknown(name: str) -> UnknownScheduleError:
    return UnknownScheduleError(f"There is no schedule “{name}” in this organisation.")
