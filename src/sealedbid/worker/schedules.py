"""The dispatcher's round over the schedules enqueues each due job once."""

from __future__ import annotations

import logging
from typing import Final

from sealedbid.platform.postgres.faults import named
from sealedbid.system.jobs.schedules import CronError, next_run
from sealedbid.worker.dispatch import Dispatcher, DueSchedule
from sealedbid.worker.faults import step_over

log = logging.getLogger("sealedbid.worker")

ROUND: Final = 500
"""Schedules in one round; the rest comes in the next, a second later."""


async def fire_due_schedules(dispatcher: Dispatcher) -> None:
    """Enqueue the jobs of due schedules. Raises errors that say that the database is gone.

    A schedule that cannot be fired is logged and set aside, and the others go on.
    """
    for due in await dispatcher.due_schedules(ROUND):
        try:
            await _fire(dispatcher, due)
        except Exception as error:
            step_over("schedules", error, **_whose(due))
            await dispatcher.put_aside("fire", due.org_id, due.schedule_id, named(error))


async def _fire(dispatcher: Dispatcher, due: DueSchedule) -> None:
    """Fire one schedule, whose next time lies ahead: missed times never come in a burst."""
    try:
        after = max(due.due_at, due.as_of)
        outcome = await dispatcher.fire_schedule(due, next_run(due.cron, due.timezone, after))
    except CronError:
        # The expression may be shown to the organization, not in the log.
        log.error("schedule %s: there is no next time", due.schedule_id, extra=_whose(due))
        outcome = await dispatcher.fire_schedule(due, None)
    if outcome is not None:
        log.info("schedule %s: %s", due.schedule_id, outcome, extra=_whose(due))


def _whose(due: DueSchedule) -> dict[str, str]:
    return {"org_id": str(due.org_id), "schedule_id": str(due.schedule_id)}
