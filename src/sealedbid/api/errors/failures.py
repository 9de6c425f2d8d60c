"""Problems that are none of the caller's: the database, the installation, the program."""

from __future__ import annotations

from typing import Final

from sealedbid.api.errors.problem import AGAIN, BUSY, INTERNAL, Problem
from sealedbid.intelligence.errors import EmbeddingError, UnknownWriterError
from sealedbid.intelligence.llm.errors import ModelError
from sealedbid.isolation.errors import IsolationError
from sealedbid.mail.errors import MailError
from sealedbid.platform.backup.errors import BackupError
from sealedbid.platform.config import ConfigurationError
from sealedbid.platform.embedded.errors import EmbeddedServerError
from sealedbid.platform.installer import UnknownPersonError
from sealedbid.platform.migrations.errors import (
    MigrationError,
    RolesInUseError,
    UnsafeRolesError,
    UnsuitableDatabaseError,
)
from sealedbid.platform.migrations.export import ExportError
from sealedbid.platform.postgres.errors import (
    BusyError,
    ConflictError,
    DatabaseUnreachableError,
    ForeignStatementError,
    LeaseLostError,
    LoginRefusedError,
    NotReadyError,
    OutcomeUnknownError,
    SessionNotCleanError,
    TimedOutError,
    TransactionLostError,
    UnsafeLoginError,
)
from sealedbid.platform.postgres.logins import LoginNotConfiguredError
from sealedbid.platform.secrets import SecretFileError
from sealedbid.system.jobs.running import JobFailedError
from sealedbid.usecases.errors import ActingError

FAILURES: Final[dict[type[BaseException], Problem]] = {
    # the database
    BusyError: BUSY,
    ConflictError: BUSY,
    DatabaseUnreachableError: AGAIN,
    TimedOutError: AGAIN,
    NotReadyError: Problem(503, "not-ready", "Wait until the operator has finished a restore."),
    OutcomeUnknownError: Problem(
        503, "outcome-unknown", "Repeat the request with the same Idempotency-Key."
    ),
    # never by a request: a fault of the installation or of the program, or a command's
    LoginRefusedError: INTERNAL,
    TransactionLostError: INTERNAL,
    SessionNotCleanError: INTERNAL,
    ForeignStatementError: INTERNAL,
    UnsafeLoginError: INTERNAL,
    LoginNotConfiguredError: INTERNAL,
    ConfigurationError: INTERNAL,
    SecretFileError: INTERNAL,
    EmbeddingError: INTERNAL,
    MailError: INTERNAL,
    ModelError: INTERNAL,
    LeaseLostError: INTERNAL,
    JobFailedError: INTERNAL,
    EmbeddedServerError: INTERNAL,
    BackupError: INTERNAL,
    MigrationError: INTERNAL,
    RolesInUseError: INTERNAL,
    UnsafeRolesError: INTERNAL,
    UnsuitableDatabaseError: INTERNAL,
    ExportError: INTERNAL,
    UnknownPersonError: INTERNAL,
    UnknownWriterError: INTERNAL,
    IsolationError: INTERNAL,
    ActingError: INTERNAL,
}
