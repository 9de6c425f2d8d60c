"""Faults of a run's work: those that are not its own, and the reasons that people are told."""

from __future__ import annotations

from typing import Final

from sealedbid.platform.errors import NotAllowedError, SealedbidError
from sealedbid.platform.postgres.errors import (
    BusyError,
    CredentialRefusedError,
    DatabaseUnreachableError,
    LeaseLostError,
    NotAMemberError,
    TimedOutError,
)

NOT_FOR_THE_RUN: Final = (
    BusyError,
    CredentialRefusedError,
    DatabaseUnreachableError,
    LeaseLostError,
    NotAMemberError,
    NotAllowedError,
    TimedOutError,
)
"""Errors after which nothing can be written of the run, or a later attempt goes on with it."""


def reason_of(error: Exception) -> str:
    """The reason that is shown; of a foreign exception its type, for its text may quote a row."""
    return str(error) if isinstance(error, SealedbidError) else type(error).__name__
