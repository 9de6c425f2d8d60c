"""Prints schedules and their next runs."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import islice
from zoneinfo import ZoneInfo

from rich.markup import escape

from sealedbid.cli.tables import print_table
from sealedbid.system.jobs.models import JobSchedule
from sealedbid.system.jobs.schedules import coming_runs

COMING = 5


def print_schedules(schedules: list[JobSchedule]) -> None:
    """Print a table with a row for each schedule."""
    headings = ("name", "type", "cron", "zone", "next (UTC)", "last (UTC)", "outcome")
    rows = [
        [
            escape(schedule.name),
            escape(schedule.job_type),
            escape(schedule.cron),
            escape(schedule.timezone),
            _minute(schedule.next_run_at) or f"[bold red]off[/]: {schedule.off_reason}",
            _minute(schedule.last_run_at),
            schedule.last_outcome or "",
        ]
        for schedule in schedules
    ]
    print_table(headings, rows)


def print_coming_runs(schedule: JobSchedule) -> None:
    """Print the next times of a schedule, in its own time zone and in UTC."""
    coming = coming_runs(schedule.cron, schedule.timezone, datetime.now(UTC))
    runs = list(islice(coming, COMING))  # raises first: the server knows zones that Python does not
    zone = ZoneInfo(schedule.timezone)
    rows = [[f"{run.astimezone(zone):%a %Y-%m-%d %H:%M %z}", _minute(run)] for run in runs]
    print_table((schedule.timezone, "UTC"), rows)


def _minute(time: datetime | None) -> str:
    return "" if time is None else f"{time.astimezone(UTC):%Y-%m-%d %H:%M}"
