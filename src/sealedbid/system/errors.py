"""Refusals of the system domain, and the constraints of its tables that a person runs into."""

from __future__ import annotations

from sealedbid.platform.errors import (
    LimitReachedError,
    NameTakenError,
    StateChangedError,
    TakenError,
)
from sealedbid.platform.postgres.violations import Violation, register, value


class DuplicateJobError(TakenError):
    """A job with this key is queued or running: wait for it, or use it."""


_ATTEMPTS = "give a number from 1 to 25."
_BUDGET = "give an estimate of at least 0 tokens, and a limit above 0."
_PRIORITY = "give a number from 1 to 1000."

register(
    {
        "audit_log_events_stay": Violation(
            StateChangedError, "An event stays as it was recorded: only its address is erased."
        ),
        "job_schedules_budget_not_negative": value("max_tokens", _BUDGET),
        "job_schedules_few": Violation(
            LimitReachedError, "An organization has a thousand schedules at most: remove one first."
        ),
        "job_schedules_max_attempts_few": value("max_attempts", _ATTEMPTS),
        "job_schedules_name_key": Violation(
            NameTakenError, "Somebody sets a schedule of this name right now: try again.", "name"
        ),
        "job_schedules_on_or_off": value("next_run_at", "a schedule that is on has a next time."),
        "job_schedules_priority_known": value("priority", _PRIORITY),
        "job_schedules_timezone_known": value(
            "timezone", "give the name of a time zone, as Europe/Oslo."
        ),
        "job_schedules_type_is_a_name": value(
            "job_type", "use lower-case letters, digits, _ and dots."
        ),
        "jobs_budget_not_negative": value("max_tokens", _BUDGET),
        "jobs_max_attempts_few": value("max_attempts", _ATTEMPTS),
        "jobs_priority_known": value("priority", _PRIORITY),
        "jobs_tokens_not_negative": value("actual_tokens", "this is less than 0."),
        "jobs_type_is_a_name": value("job_type", "use lower-case letters, digits, _ and dots."),
        "jobs_unique_key": Violation(
            DuplicateJobError,
            "A job with this key is queued or running already: wait for it to end.",
            "unique_key",
        ),
        "stops_few": Violation(
            LimitReachedError,
            "An organization has a hundred stops at most: stop all of its jobs instead.",
        ),
    }
)
