"""Classify how a body ended from the exception it raised, in the worker's or its own process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from sealedbid.platform.errors import SealedbidError
from sealedbid.platform.logging import frames
from sealedbid.platform.postgres.errors import CredentialRefusedError, NotAMemberError
from sealedbid.platform.postgres.faults import is_gone
from sealedbid.system.jobs.handler import Handler
from sealedbid.system.jobs.running import JobFailedError, RunningJob
from sealedbid.worker.forks import end_children

LATE = "it took too long"
LONGEST_REASON = 500  # characters


@dataclass(frozen=True, slots=True)
class Ending:
    """The end of a body that the worker did not stop; "gone" means the body lost the database."""

    how: Literal["done", "failed", "crashed", "gone"]
    reason: str = ""
    retry: bool = False
    at: list[str] | None = None
    """File and line of each frame of the exception; no values."""


async def run_body(handler: Handler[Any], job: RunningJob) -> Ending:
    """Run the body in this process. Raises CancelledError if the worker stops it."""
    try:
        try:
            await handler.run(job)
        finally:
            end_children()
    except (JobFailedError, NotAMemberError) as error:
        return Ending("failed", readable(str(error)))
    except SystemExit as error:
        reason = "the body tried to end the process"
        return Ending("failed", reason, retry=True, at=frames(error))
    except Exception as error:
        return ending_of(error)
    return Ending("done")


def ending_of(error: Exception) -> Ending:
    """Classify the exception that a body raised; the attempt may be retried."""
    how: Literal["gone", "failed"] = "gone" if is_gone(error) else "failed"
    return Ending(how, readable(_reason(error)), retry=True, at=frames(error))


def readable(reason: str) -> str:
    """Replace unprintable characters by spaces and cut the reason to LONGEST_REASON."""
    return "".join(c if c.isprintable() else " " for c in reason)[:LONGEST_REASON]


def _reason(error: Exception) -> str:
    """Reason shown to people; of a foreign exception its type, for its text may quote a row."""
    if isinstance(error, CredentialRefusedError):
        return LATE  # the lease of a running job is refused only after its deadline
    return str(error) if isinstance(error, SealedbidError) else type(error).__name__
