"""Problems of the request itself: who asks, and in which form."""

from __future__ import annotations

from typing import Final

from sealedbid.api.errors.problem import CREDENTIAL, Problem
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
from sealedbid.core.errors import InvitationRefusedError
from sealedbid.platform.errors import NotAllowedError
from sealedbid.platform.postgres.errors import (
    AccountsElsewhereError,
    CredentialRefusedError,
    FactorAskedError,
    NotAMemberError,
    PasswordAskedError,
)
from sealedbid.platform.tokens import MalformedTokenError

OF_REQUESTS: Final[dict[type[BaseException], Problem]] = {
    # who asks
    CredentialRefusedError: CREDENTIAL,
    MalformedTokenError: CREDENTIAL,
    PasswordAskedError: Problem(401, "password-asked", "Give the password of the link."),
    FactorAskedError: Problem(
        403, "second-factor-asked", "Show a second factor, or add one to your account."
    ),
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
}
