"""Problems of what is asked for, and of what is there."""

from __future__ import annotations

from typing import Final

from sealedbid.api.errors.problem import CHANGED, INVALID, NOT_FOUND, Problem
from sealedbid.content.errors import DocumentLockedError, UnsupportedSentencesError
from sealedbid.content.price_list import PriceListError
from sealedbid.core.currencies import UnknownCurrencyError
from sealedbid.core.errors import LastOwnerError, TooManyInvitationsError
from sealedbid.intelligence.errors import (
    AnswerRefusedError,
    KnownSourceError,
    NotInPassageError,
    RunError,
    SentenceGoneError,
    SentenceResolvedError,
    UnknownPassageError,
    UnknownQuestionError,
    UnknownRequirementError,
    UnknownSentenceError,
    UnreadableFile,
)
from sealedbid.platform.errors import (
    InUseError,
    LimitReachedError,
    MissingReferenceError,
    NameTakenError,
    NotFoundError,
    RefusedError,
    StateChangedError,
    TakenError,
    ValueRefusedError,
)
from sealedbid.platform.postgres.errors import AddressTakenError
from sealedbid.system.audit_log.chain import MalformedHeadError
from sealedbid.system.errors import DuplicateJobError
from sealedbid.system.jobs.schedules import CronError
from sealedbid.usecases.drafting import NotABriefError, NotAClientError
from sealedbid.usecases.finding import AmbiguousProposalError, UnknownProposalError
from sealedbid.usecases.operating.retries import UnknownJobError
from sealedbid.usecases.operating.schedules import UnknownScheduleError
from sealedbid.usecases.pricing import OtherCurrencyError
from sealedbid.usecases.watching import NotDraftedError

OF_ROWS: Final[dict[type[BaseException], Problem]] = {
    # what is asked for
    NotFoundError: NOT_FOUND,
    UnknownJobError: NOT_FOUND,
    UnknownScheduleError: NOT_FOUND,
    UnknownProposalError: NOT_FOUND,
    UnknownQuestionError: NOT_FOUND,
    UnknownRequirementError: NOT_FOUND,
    UnknownSentenceError: NOT_FOUND,
    UnknownPassageError: NOT_FOUND,
    ValueRefusedError: INVALID,
    CronError: INVALID,
    PriceListError: INVALID,
    UnreadableFile: INVALID,
    MalformedHeadError: INVALID,
    NotABriefError: INVALID,
    AnswerRefusedError: INVALID,
    NotInPassageError: INVALID,
    AmbiguousProposalError: INVALID,
    UnknownCurrencyError: INVALID,
    NotAClientError: INVALID,
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
    StateChangedError: CHANGED,
    SentenceGoneError: CHANGED,
    SentenceResolvedError: CHANGED,
    UnsupportedSentencesError: Problem(
        409, "sentences-unsupported", "Resolve the sentences that nothing supports."
    ),
    DocumentLockedError: Problem(423, "document-locked", "Make a new version or a new document."),
    LastOwnerError: Problem(409, "last-owner", "Make another member an owner first."),
    LimitReachedError: Problem(409, "limit-reached", "Remove one of those there are first."),
    TooManyInvitationsError: Problem(
        429, "too-many-invitations", "Invite the others tomorrow.", {"Retry-After": "3600"}
    ),
    RefusedError: Problem(409, "refused", "Read it again, and decide anew."),
}
