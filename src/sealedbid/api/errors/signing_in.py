"""Problems of signing in; the types are error codes of Supabase's clients."""

from __future__ import annotations

from typing import Final

from sealedbid.api.errors.problem import AGAIN, Problem
from sealedbid.auth.errors import (
    AddressRefusedError,
    AuthError,
    ChallengeExpiredError,
    ChallengeNotFoundError,
    FactorNameTakenError,
    FactorNotFoundError,
    FlowRefusedError,
    IdentityNotFoundError,
    LastIdentityError,
    MailWaitError,
    PasskeyNotFoundError,
    PasskeyRefusedError,
    PasskeysOffError,
    PasskeyTakenError,
    PasswordAskedAgainError,
    ProjectUnavailableError,
    ProofKeyNeededError,
    ProviderFailedError,
    ProviderOffError,
    ProviderRefusedError,
    ReauthenticationRefusedError,
    RefreshRefusedError,
    RefreshReusedError,
    SecondStepNeededError,
    SecondStepRefusedError,
    TokenRefusedError,
    TooBusyError,
    TooManyFactorsError,
    TooManyPasskeysError,
    WaitError,
    WeakPasswordError,
    WrongCredentialsError,
)

OF_SIGNING_IN: Final[dict[type[BaseException], Problem]] = {
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
    TooBusyError: AGAIN,
    ProjectUnavailableError: AGAIN,
    WeakPasswordError: Problem(422, "weak-password", "Choose another password."),
    PasswordAskedAgainError: Problem(
        400, "reauthentication-needed", "Give the present password, or a code by mail."
    ),
    ReauthenticationRefusedError: Problem(
        422, "reauthentication-not-valid", "Give the present password, or request another code."
    ),
    SecondStepNeededError: Problem(403, "insufficient-aal", "Show a factor, and try again."),
    FactorNotFoundError: Problem(404, "mfa-factor-not-found", "Look at the factors of the user."),
    FactorNameTakenError: Problem(422, "mfa-factor-name-conflict", "Choose another name."),
    TooManyFactorsError: Problem(422, "too-many-enrolled-mfa-factors", "Remove a factor first."),
    SecondStepRefusedError: Problem(
        422, "mfa-verification-failed", "Begin the step again, and give the code shown now."
    ),
    PasskeysOffError: Problem(404, "passkey-disabled", "Ask the operator for an address with TLS."),
    PasskeyNotFoundError: Problem(404, "passkey-not-found", "Look at the passkeys of the user."),
    TooManyPasskeysError: Problem(422, "too-many-passkeys", "Remove a passkey first."),
    ChallengeNotFoundError: Problem(400, "webauthn-challenge-not-found", "Request another one."),
    ChallengeExpiredError: Problem(400, "webauthn-challenge-expired", "Request another one."),
    PasskeyRefusedError: Problem(
        400, "webauthn-verification-failed", "Request another challenge, and try again."
    ),
    PasskeyTakenError: Problem(422, "webauthn-credential-exists", "Use another device."),
    ProviderOffError: Problem(400, "provider-not-enabled", "Sign in by another way."),
    ProofKeyNeededError: Problem(400, "proof-key-needed", "Begin with a code challenge."),
    ProviderFailedError: Problem(502, "provider-failed", "Begin to sign in again."),
    ProviderRefusedError: Problem(400, "bad-oauth-callback", "Begin to sign in again."),
    IdentityNotFoundError: Problem(
        422, "identity-not-found", "Look at the identities of the user."
    ),
    LastIdentityError: Problem(
        422, "single-identity-not-deletable", "Set a password, or add another identity, first."
    ),
    AddressRefusedError: Problem(400, "email-address-invalid", "Give an address that has an @."),
}
