"""The table of HTTP problems (RFC 9457): a class of error has a status, a type and a remedy.

A class that is not in the table has the entry of its nearest ancestor there. What no request can
raise, and every error that is not ours, is INTERNAL: the answer then holds a request's id alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from sealedbid.api.faults import (
    AlreadyDoneError,
    BodyTooLargeError,
    BodyTooSlowError,
    CrossSiteError,
    CursorRefusedError,
    IdempotencyKeyMalformedError,
    IdempotencyKeyReusedError,
    MalformedJsonError,
    OtherContentTypeError,
    RequestError,
    TooManyRequestsError,
    VersionMissingError,
    VersionPassedError,
)
from sealedbid.auth.errors import (
    AddressRefusedError,
    AuthError,
    FlowRefusedError,
    MailWaitError,
    PasswordAskedAgainError,
    ReauthenticationRefusedError,
    RefreshRefusedError,
    RefreshReusedError,
    TokenRefusedError,
    TooBusyError,
    WaitError,
    WeakPasswordError,
    WrongCredentialsError,
)
from sealedbid.content.errors import DocumentLockedError, UnsupportedSentencesError
from sealedbid.content.price_list import PriceListError
from sealedbid.core.currencies import UnknownCurrencyError
from sealedbid.core.errors import InvitationRefusedError, LastOwnerError
from sealedbid.intelligence.errors import (
    AnswerRefusedError,
    EmbeddingError,
    KnownSourceError,
    NotInPassageError,
    RunError,
    SentenceGoneError,
    SentenceResolvedError,
    UnknownPassageError,
    UnknownQuestionError,
    UnknownRequirementError,
    UnknownSentenceError,
    UnknownWriterError,
    UnreadableFile,
)
from sealedbid.intelligence.llm.errors import ModelError
from sealedbid.isolation.errors import IsolationError
from sealedbid.mail.errors import MailError
from sealedbid.platform.backup.errors import BackupError
from sealedbid.platform.config import ConfigurationError
from sealedbid.platform.embedded.errors import EmbeddedServerError
from sealedbid.platform.errors import (
    InUseError,
    LimitReachedError,
    MissingReferenceError,
    NameTakenError,
    NotAllowedError,
    NotFoundError,
    RefusedError,
    StateChangedError,
    TakenError,
    ValueRefusedError,
)
from sealedbid.platform.installer import UnknownPersonError
from sealedbid.platform.migrations.errors import (
    MigrationError,
    RolesInUseError,
    UnsafeRolesError,
    UnsuitableDatabaseError,
)
from sealedbid.platform.migrations.export import ExportError
from sealedbid.platform.postgres.errors import (
    AccountsElsewhereError,
    AddressTakenError,
    BusyError,
    ConflictError,
    CredentialRefusedError,
    DatabaseUnreachableError,
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
from sealedbid.system.errors import DuplicateJobError
from sealedbid.system.jobs.running import JobFailedError
from sealedbid.system.jobs.schedules import CronError
from sealedbid.usecases.drafting import NotABriefError, NotAClientError
from sealedbid.usecases.errors import ActingError
from sealedbid.usecases.finding import AmbiguousProposalError, UnknownProposalError
from sealedbid.usecases.operating.retries import UnknownJobError
from sealedbid.usecases.operating.schedules import UnknownScheduleError
from sealedbid.usecases.pricing import OtherCurrencyError
from sealedbid.usecases.watching import NotDraftedError


@dataclass(frozen=True, slots=True)
class Problem:
    """The fixed part of an answer; ``type`` is a slug that stays, ``remedy`` a sentence."""

    status: int
    type: str
    remedy: str
    headers: Mapping[str, str] = field(default_factory=dict)


INTERNAL: Final = Problem(500, "internal", "Tell the operator the id of the request.")
_AGAIN: Final = Problem(
    503, "unavailable", "Send the request again in a moment.", {"Retry-After": "1"}
)
_BUSY: Final = Problem(409, "busy", "Send the request again in a second.", {"Retry-After": "1"})
_CREDENTIAL: Final = Problem(
    401, "credential-refused", "Sign in again, or use another key.", {"WWW-Authenticate": "Bearer"}
)
_NOT_FOUND: Final = Problem(404, "not-found", "Look at the list of those there are.")
_CHANGED: Final = Problem(409, "state-changed", "Read it again, and decide anew.")
_INVALID: Final = Problem(422, "invalid-input", "Change the field that is named.")

PROBLEMS: Final[dict[type[BaseException], Problem]] = {
    # who asks
    CredentialRefusedError: _CREDENTIAL,
    MalformedTokenError: _CREDENTIAL,
    PasswordAskedError: Problem(401, "password-asked", "Give the password of the link."),
    NotAMemberError: Problem(404, "organization-not-found", "Choose an organization of yours."),
    NotAllowedError: Problem(403, "not-allowed", "Ask somebody with a higher rank to do it."),
    AccountsElsewhereError: Problem(404, "accounts-elsewhere", "Use the other sign-in service."),
    InvitationRefusedError: Problem(410, "invitation-ended", "Ask for another invitation."),
    CrossSiteError: Problem(403, "cross-site", "Send it from a page of this installation."),
    # the request itself
    RequestError: Problem(400, "malformed-request", "Look at the reference of the route."),
    MalformedJsonError: Problem(400, "malformed-json", "Send one JSON value in UTF-8."),
    CursorRefusedError: Problem(400, "cursor-refused", "Begin the list again, without a cursor."),
    IdempotencyKeyMalformedError: Problem(400, "key-malformed", "Send another Idempotency-Key."),
    IdempotencyKeyReusedError: Problem(422, "key-reused", "Take a new key for a new request."),
    AlreadyDoneError: Problem(409, "already-done", "Look at what the first request made."),
    TooManyRequestsError: Problem(429, "too-many-requests", "Send fewer requests a minute."),
    BodyTooSlowError: Problem(408, "body-too-slow", "Send the request again, at once."),
    BodyTooLargeError: Problem(413, "too-large", "Send less at once."),
    OtherContentTypeError: Problem(415, "content-type", "Send JSON, not compressed."),
    VersionMissingError: Problem(428, "version-missing", "Read it first; its ETag is the version."),
    VersionPassedError: Problem(412, "version-passed", "Compare, and send your change again."),
    # signing in; the types are error codes of Supabase's clients
    AuthError: Problem(400, "sign-in-refused", "Sign in again."),
    WrongCredentialsError: Problem(
        400, "invalid-credentials", "Check the address and the password."
    ),
    TokenRefusedError: Problem(403, "otp-expired", "Request another mail."),
    FlowRefusedError: Problem(404, "flow-state-not-found", "Begin to sign in again."),
    RefreshRefusedError: Problem(400, "refresh-token-not-found", "Sign in again."),
    RefreshReusedError: Problem(400, "refresh-token-already-used", "Sign in again."),
    WaitError: Problem(429, "over-request-rate-limit", "Wait, and try again."),
    MailWaitError: Problem(429, "over-email-send-rate-limit", "Wait, and look for the mail."),
    TooBusyError: _AGAIN,
    WeakPasswordError: Problem(422, "weak-password", "Choose another password."),
    PasswordAskedAgainError: Problem(
        400, "reauthentication-needed", "Give the present password, or a code by mail."
    ),
    ReauthenticationRefusedError: Problem(
        422, "reauthentication-not-valid", "Give the present password, or request another code."
    ),
    AddressRefusedError: Problem(400, "email-address-invalid", "Give an address that has an @."),
    # what is asked for
    NotFoundError: _NOT_FOUND,
    UnknownJobError: _NOT_FOUND,
    UnknownScheduleError: _NOT_FOUND,
    UnknownProposalError: _NOT_FOUND,
    UnknownQuestionError: _NOT_FOUND,
    UnknownRequirementError: _NOT_FOUND,
    UnknownSentenceError: _NOT_FOUND,
    UnknownPassageError: _NOT_FOUND,
    ValueRefusedError: _INVALID,
    CronError: _INVALID,
    PriceListError: _INVALID,
    UnreadableFile: _INVALID,
    MalformedHeadError: _INVALID,
    NotABriefError: _INVALID,
    AnswerRefusedError: _INVALID,
    NotInPassageError: _INVALID,
    AmbiguousProposalError: _INVALID,
    UnknownCurrencyError: _INVALID,
    NotAClientError: _INVALID,
    MissingReferenceError: Problem(422, "unknown-reference", "Name one that is there."),
    # what is there
    TakenError: Problem(409, "taken", "Use the one that is there, or give another value."),
    NameTakenError: Problem(409, "name-taken", "Choose another name."),
    AddressTakenError: Problem(409, "address-taken", "Sign in with this address instead."),
    RunError: Problem(409, "run-refused", "Look at the run, and choose another step or input."),
    NotDraftedError: Problem(409, "not-drafted", "Read the reason, and request another draft."),
    DuplicateJobError: Problem(409, "job-running", "Wait until the job has ended."),
    OtherCurrencyError: Problem(409, "other-currency", "Change the organization's currency first."),
    KnownSourceError: Problem(409, "source-known", "Use the source that is there."),
    InUseError: Problem(409, "in-use", "Remove or change the rows that name it first."),
    StateChangedError: _CHANGED,
    SentenceGoneError: _CHANGED,
    SentenceResolvedError: _CHANGED,
    UnsupportedSentencesError: Problem(
        409, "sentences-unsupported", "Resolve the sentences that nothing supports."
    ),
    DocumentLockedError: Problem(423, "document-locked", "Make a new version or a new document."),
    LastOwnerError: Problem(409, "last-owner", "Make another member an owner first."),
    LimitReachedError: Problem(409, "limit-reached", "Remove one of those there are first."),
    RefusedError: Problem(409, "refused", "Read it again, and decide anew."),
    # the database
    BusyError: _BUSY,
    ConflictError: _BUSY,
    DatabaseUnreachableError: _AGAIN,
    TimedOutError: _AGAIN,
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


def problem_of(error: BaseException) -> Problem:
    """The problem of this error, by its class or the nearest ancestor that has one."""
    return next((PROBLEMS[kind] for kind in type(error).__mro__ if kind in PROBLEMS), INTERNAL)
