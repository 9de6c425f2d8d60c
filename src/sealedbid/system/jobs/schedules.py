"""Times of schedules: cron expressions on the clock of a place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cronsim import CronSim, CronSimError

from sealedbid.platform.errors import SealedbidError

FIELDS: Final = 5
LONGEST: Final = 200
"""Characters of a cron; the table's constraint too."""
SHIFT: Final = timedelta(hours=3)
"""More than any clock is put forward or back."""
STEADY: Final = timedelta(days=1)
"""No clock is changed and changed back in so short a time."""


class CronError(SealedbidError):
    """The cron or the time zone cannot be read, or there is no next time; it names the field."""


def next_run(cron: str, timezone: str, after: datetime) -> datetime:
    """Return the first time after ``after``, in UTC. Raises CronError.

    The cron has five fields; ``timezone`` is an IANA name, ``after`` any time with a zone. Where
    clocks change, the rules are Debian cron's: a time of day that is skipped comes right after the
    gap, one that there is twice is meant the first time; what has a star for its minute or hour
    goes by the clock, and so not at all in the gap and twice in what comes twice.
    """
    zone = _zone(timezone)
    after = after.astimezone(UTC)
    fields = cron.split()
    if len(cron) > LONGEST:
        raise CronError(f"cron: it is longer than {LONGEST} characters.")
    if len(fields) != FIELDS:
        raise CronError(f"cron: “{cron}” has {len(fields)} fields, and not five.")
    has_star = fields[0].startswith("*") or fields[1].startswith("*")
    try:
        run = _by_the_clock(cron, zone, after) if has_star else _at_a_time(cron, zone, after)
    except CronSimError as error:
        field = str(error).removeprefix("Bad ").lower()
        raise CronError(f"cron: the {field} of “{cron}” cannot be read.") from None
    if run is None:
        raise CronError(f"cron: “{cron}” has no time in the next fifty years.")
    return run


def coming_runs(cron: str, timezone: str, after: datetime) -> Iterator[datetime]:
    """One after the other, in UTC. Raises CronError."""
    while True:
        after = next_run(cron, timezone, after)
        yield after


def _at_a_time(cron: str, zone: ZoneInfo, after: datetime) -> datetime | None:
    # In the hour that there is twice the library begins at its first half: what is over is passed.
    found = (run.astimezone(UTC) for run in CronSim(cron, after.astimezone(zone)))
    return next((run for run in found if run > after), None)


def _by_the_clock(cron: str, zone: ZoneInfo, after: datetime) -> datetime | None:
    """The first time after this one at which the clock matches.

    The library adds whole hours here, which is wrong where a clock is put on by half of one: it is
    asked for what the clock shows, and the zone for when it shows that, once, twice or never. The
    clock may be put back before or after what is found first, so we look as far around it.
    """
    here = after.astimezone(zone)
    now_shown = here.replace(tzinfo=None)
    wait = next((shown - now_shown for shown in CronSim(cron, now_shown)), None)
    if wait is not None and wait < STEADY:
        run = after + wait
        if run.astimezone(zone).utcoffset() == here.utcoffset():
            return run  # nothing was changed on the way: nearly always, and a hundred times cheaper
    found: datetime | None = None
    until = datetime.max
    for shown in CronSim(cron, now_shown - SHIFT):
        if shown > until:
            break
        for fold in (0, 1):
            run = shown.replace(tzinfo=zone, fold=fold).astimezone(UTC)
            is_shown = run.astimezone(zone).replace(tzinfo=None) == shown
            if is_shown and run > after and (found is None or run < found):
                found, until = run, shown + SHIFT
    return found


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise CronError(f"timezone: there is no time zone “{name}”.") from None
