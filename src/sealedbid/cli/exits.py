"""The table of exit codes: a class of error has a code, after sysexits.h where it is not 1.

A class that is not in the table has the code of its nearest ancestor there. Imported when a command
has failed, and not before.
"""

from __future__ import annotations

from typing import Final

from sealedbid.auth.errors import AuthError
from sealedbid.cli.errors import CommandError
from sealedbid.content.price_list import PriceListError
from sealedbid.intelligence.errors import (
    EmbeddingError,
    RunError,
    UnknownWriterError,
    UnreadableFile,
)
from sealedbid.intelligence.llm.errors import ModelError, TransientModelError
from sealedbid.isolation.errors import IsolationError
from sealedbid.mail.errors import MailError, MailNotTakenError
from sealedbid.platform.backup.errors import BackupError
from sealedbid.platform.config import ConfigurationError
from sealedbid.platform.embedded.errors import EmbeddedServerError
from sealedbid.platform.errors import NotAllowedError, RefusedError
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
    CredentialRefusedError,
    DatabaseUnreachableError,
    FactorAskedError,
    ForeignStatementError,
    LeaseLostError,
    LoginRefusedError,
    NotAMemberError,
    NotReadyError,
    OutcomeUnknownError,
    PasswordAskedError,
    SessionNotCleanError,
    TimedOutError,
    TransactionLostError,
    UnsafeLoginError,
)
from sealedbid.platform.postgres.logins import LoginNotConfiguredError
from sealedbid.platform.secrets import SecretFileError
from sealedbid.platform.tokens import MalformedTokenError
from sealedbid.system.audit_log.chain import MalformedHeadError
from sealedbid.system.jobs.running import JobFailedError
from sealedbid.system.jobs.schedules import CronError
from sealedbid.usecases.errors import ActingError
from sealedbid.usecases.watching import NotDraftedError

FAILED: Final = 1
TRY_AGAIN: Final = 75
"""EX_TEMPFAIL: the same command may succeed in a moment."""
NOT_ALLOWED: Final = 77
"""EX_NOPERM: the same command fails again until the right is granted."""

EXITS: Final[dict[type[BaseException], int]] = {
    BusyError: TRY_AGAIN,
    ConflictError: TRY_AGAIN,
    DatabaseUnreachableError: TRY_AGAIN,
    MailNotTakenError: TRY_AGAIN,
    RolesInUseError: TRY_AGAIN,
    TimedOutError: TRY_AGAIN,
    TransientModelError: TRY_AGAIN,
    CredentialRefusedError: NOT_ALLOWED,
    AuthError: NOT_ALLOWED,
    FactorAskedError: NOT_ALLOWED,
    NotAMemberError: NOT_ALLOWED,
    NotAllowedError: NOT_ALLOWED,
    PasswordAskedError: NOT_ALLOWED,
    **dict.fromkeys(
        (
            ActingError,
            BackupError,
            CommandError,
            ConfigurationError,
            CronError,
            EmbeddedServerError,
            EmbeddingError,
            ExportError,
            ForeignStatementError,
            IsolationError,
            JobFailedError,
            LeaseLostError,
            LoginNotConfiguredError,
            LoginRefusedError,
            MailError,
            MalformedHeadError,
            MalformedTokenError,
            MigrationError,
            ModelError,
            NotDraftedError,
            NotReadyError,
            OutcomeUnknownError,
            PriceListError,
            RefusedError,
            RunError,
            SecretFileError,
            SessionNotCleanError,
            TransactionLostError,
            UnknownPersonError,
            UnknownWriterError,
            UnreadableFile,
            UnsafeLoginError,
            UnsafeRolesError,
            UnsuitableDatabaseError,
        ),
        FAILED,
    ),
}


def exit_code(error: BaseException) -> int:
    """The code of this error, by its class or the nearest ancestor that has one."""
    return next((EXITS[kind] for kind in type(error).__mro__ if kind in EXITS), FAILED)
