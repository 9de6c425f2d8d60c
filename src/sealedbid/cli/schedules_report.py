"""How schedules and their coming runs are printed."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import islice
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from sealedbid.system.models import JobSchedule
from sealedbid.system.schedules import coming_runs

COMING = 5


def print_schedules(schedules: list[JobSchedule]) -> None:
    """Print a table with a row for each schedule."""
    table = Table("name", "type", "cron", "zone", "next (UTC)", "last (UTC)", "outcome", box=None)
    for schedule in schedules:
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


def print_coming_runs(schedule: JobSchedule) -> None:
    """Print the next times of a schedule, in its own time zone and in UTC."""
    coming = coming_runs(schedule.cron, schedule.timezone, datetime.now(UTC))
    runs = list(islice(coming, COMING))  # the server knows zones that this machine does not
    table = Table(schedule.timezone, "UTC", box=None)
    zone = ZoneInfo(schedule.timezone)
    for run in runs:
        table.add_row(f"{run.astimezone(zone):%a %Y-%m-%d %H:%M %z}", _minute(run))
    Console(highlight=False, soft_wrap=True).print(table)


def _minute(time: datetime | None) -> str:
    return "" if time is None else f"{time.astimezone(UTC):%Y-%m-%d %H:%M}"
