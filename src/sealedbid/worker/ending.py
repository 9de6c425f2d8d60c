"""How a body ended, by what it raised: in the worker's process and in one of its own alike."""

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
    """The end of a body that nobody told to end. ``gone``: it lost the database."""

    how: Literal["done", "failed", "crashed", "gone"]
    reason: str = ""
    retry: bool = False
    at: list[str] | None = None
    """Where the exception was raised; no values."""


async def run_body(handler: Handler[Any], job: RunningJob) -> Ending:
    """Run the body in this process. Raises CancelledError when it is told to end."""
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
    """What is said of a body that raised this; it may be tried again."""
    how: Literal["gone", "failed"] = "gone" if is_gone(error) else "failed"
    return Ending(how, readable(_reason(error)), retry=True, at=frames(error))


def readable(reason: str) -> str:
    """What can be stored, and read in a line."""
    return "".join(c if c.isprintable() else " " for c in reason)[:LONGEST_REASON]


def _reason(error: Exception) -> str:
    """What people are told. A stranger's exception may quote a tenant's rows: its type is kept."""
    if isinstance(error, CredentialRefusedError):
        return LATE  # a lease of ours is refused only when its time is over
    return str(error) if isinstance(error, SealedbidError) else type(error).__name__
