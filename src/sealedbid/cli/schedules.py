"""schedules: an organization's recurring jobs."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

import typer

from sealedbid.platform.errors import SealedbidError, ended
from sealedbid.system.models import JobSchedule

if TYPE_CHECKING:
    from sealedbid.platform.postgres import Transaction

app = typer.Typer(help="Manage recurring jobs.", no_args_is_help=True)

Name = Annotated[str, typer.Argument(help="The schedule's name.")]
Org = Annotated[
    str | None,
    typer.Option(help="The organization: its name or id. May be left out where there is one."),
]
AsOperator = Annotated[
    bool,
    typer.Option(
        "--as-operator",
        help="Act as the operator, who alone may schedule types under `system.` and `billing.`.",
    ),
]


class UnknownScheduleError(SealedbidError):
    """The organization has no schedule of this name."""


class PayloadError(SealedbidError):
    """The payload is not a JSON object."""


@app.command("list")
def list_(org: Org = None) -> None:
    """List the schedules of an organization by name."""
    from sealedbid.cli.identity import within
    from sealedbid.cli.schedules_report import print_schedules
    from sealedbid.system.repository import job_schedules

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
    from sealedbid.cli.identity import within
    from sealedbid.platform.installer import set_schedule
    from sealedbid.system.repository import job_schedules
    from sealedbid.system.schedules import next_run

    asked = _parsed(payload)
    first = next_run(cron, timezone, datetime.now(UTC))
    if as_operator:
        set_schedule(
            *_operated(org),
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
    typer.echo(f"{name} runs next at {first.astimezone(UTC):%Y-%m-%d %H:%M} UTC.")


@app.command()
def remove(name: Name, org: Org = None, as_operator: AsOperator = False) -> None:
    """Remove a schedule.

    Jobs that it has already enqueued still run.
    """
    from sealedbid.cli.identity import within
    from sealedbid.platform.installer import remove_schedule
    from sealedbid.system.repository import job_schedules

    async def take(tx: Transaction) -> bool:
        return await job_schedules.remove(tx, name)

    if as_operator:
        removed = remove_schedule(*_operated(org), name)
    else:
        removed = within(org, "schedules remove", take)
    if not removed:
        raise _unknown(name)
    typer.echo(f"Removed {name}.")


@app.command("next")
def next_(name: Name, org: Org = None) -> None:
    """Print the next five times of a schedule.

    In the schedule's own time zone, and in UTC.
    """
    from sealedbid.cli.identity import within
    from sealedbid.cli.schedules_report import print_coming_runs
    from sealedbid.system.repository import job_schedules

    async def one(tx: Transaction) -> JobSchedule | None:
        return await job_schedules.named(tx, name)

    schedule = within(org, "schedules next", one)
    if schedule is None:
        raise _unknown(name)
    if not schedule.is_active:
        typer.echo(f"{name} is off: {ended(str(schedule.off_reason))}")
        return
    print_coming_runs(schedule)


def _operated(org: str | None) -> tuple[str, UUID]:
    """Where the operator connects, and the organization that is meant."""
    from sealedbid.cli.identity import choose
    from sealedbid.platform.config import read_settings
    from sealedbid.platform.installer import organization_owners
    from sealedbid.platform.owner import owner_conninfo

    conninfo = owner_conninfo(read_settings())
    return conninfo, choose(organization_owners(conninfo), org).org_id


def _parsed(payload: str) -> dict[str, Any]:
    try:
        asked = json.loads(payload)
    except ValueError:
        raise PayloadError("payload: not JSON. Give a JSON object.") from None
    if not isinstance(asked, dict):
        raise PayloadError("payload: JSON, but not an object. Give a JSON object.")
    return asked


def _unknown(name: str) -> UnknownScheduleError:
    return UnknownScheduleError(f"There is no schedule “{name}” in this organization.")
