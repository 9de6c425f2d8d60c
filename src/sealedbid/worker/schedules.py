"""The dispatcher's round over the schedules: what is due is asked for, once."""

from __future__ import annotations

import logging
from typing import Final

from sealedbid.platform.postgres.faults import named
from sealedbid.system.jobs.schedules import CronError, next_run
from sealedbid.worker.dispatch import Dispatcher, DueSchedule
from sealedbid.worker.faults import step_over

log = logging.getLogger("sealedbid.worker")

ROUND: Final = 500
"""Schedules in one round; what is left over comes in the next, a second later."""


async def fire_due_schedules(dispatcher: Dispatcher) -> None:
    """Ask for the jobs whose time has come. Raises what says that the database is gone.

    A schedule that cannot be fired is logged and put aside, and the others have their turn.
    """
    for due in await dispatcher.due_schedules(ROUND):
        try:
            await _fire(dispatcher, due)
        except Exception as error:
            step_over("schedules", error, **_whose(due))
            await dispatcher.put_aside("fire", due.org_id, due.schedule_id, named(error))


async def _fire(dispatcher: Dispatcher, due: DueSchedule) -> None:
    """Use the time, and let the schedule wait for the next that lies ahead: never for a burst."""
    try:
        after = max(due.due_at, due.as_of)
        outcome = await dispatcher.fire_schedule(due, next_run(due.cron, due.timezone, after))
    except CronError:
        # Which words cannot be read is the organization's to see, and not the log's.
        log.error("schedule %s: there is no next time", due.schedule_id, extra=_whose(due))
        outcome = await dispatcher.fire_schedule(due, None)
    if outcome is not None:
        log.info("schedule %s: %s", due.schedule_id, outcome, extra=_whose(due))


def _whose(due: DueSchedule) -> dict[str, str]:
    return {"org_id": str(due.org_id), "schedule_id": str(due.schedule_id)}
