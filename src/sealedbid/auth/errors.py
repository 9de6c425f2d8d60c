"""Refusals of sign-in. Their texts are the same whoever has an account."""

from __future__ import annotations

from typing import Literal, TypeAlias

from sealedbid.platform.errors import SealedbidError
from sealedbid.platform.postgres.violations import register, value

Fault: TypeAlias = Literal["length", "characters"]


class AuthError(SealedbidError):
    """Sign-in, or a change of an account, was refused."""


class WrongCredentialsError(AuthError):
    """The address and the password do not sign anybody in."""

    def __init__(self) -> None:
        super().__init__("Invalid login credentials")


class TokenRefusedError(AuthError):
    """The link or the code is used, expired or unknown."""

    def __init__(self) -> None:
        super().__init__("Email link is invalid or has expired")


class FlowRefusedError(AuthError):
    """The code is used, expired or unknown, or the verifier is not the one it began with."""

    def __init__(self) -> None:
        super().__init__("Invalid flow state: begin to sign in again")


class RefreshRefusedError(AuthError):
    """The refresh token is unknown, or its session has ended."""

    def __init__(self) -> None:
        super().__init__("Invalid Refresh Token: Refresh Token Not Found")


class RefreshReusedError(AuthError):
    """The refresh token was used before: its session ended."""

    def __init__(self) -> None:
        super().__init__("Invalid Refresh Token: Already Used")


class WaitError(AuthError):
    """There were too many tries. ``seconds`` says how long to wait."""

    def __init__(self, seconds: int) -> None:
        super().__init__(
            f"For security purposes, you can only request this after {seconds} seconds."
        )
        self.seconds = seconds


class MailWaitError(WaitError):
    """A mail of this kind was sent to the address a moment ago."""


class TooBusyError(AuthError):
    """Too many passwords are being checked at once; ``seconds`` says when to try again."""

    def __init__(self) -> None:
        super().__init__("Too many people are signing in at this moment: try again.")
        self.seconds = 2


class ProjectUnavailableError(AuthError):
    """The project that signs people in does not answer, or in no way that can be read."""

    def __init__(self) -> None:
        super().__init__("The sign-in service does not answer at this moment: try again.")


class WeakPasswordError(AuthError):
    """The password is too short, too long, or has signs that cannot be typed again."""

    def __init__(self, message: str, fault: Fault) -> None:
        super().__init__(message)
        self.fault: Fault = fault


class PasswordAskedAgainError(AuthError):
    """The change needs the present password, or a code that is mailed by reauthenticating."""

    def __init__(self) -> None:
        super().__init__(
            "Password update requires reauthentication: send current_password or a nonce."
        )


class ReauthenticationRefusedError(AuthError):
    """The present password, or the code, is wrong or too old."""

    def __init__(self) -> None:
        super().__init__("Nonce or current password is invalid, or has expired.")


class SecondStepNeededError(AuthError):
    """The session has not shown a second factor, and this needs one."""

    def __init__(self) -> None:
        super().__init__("AAL2 session is required: show a factor first.")


class FactorNotFoundError(AuthError):
    """The person has no factor with this id."""

    def __init__(self) -> None:
        super().__init__("Factor not found")


class FactorNameTakenError(AuthError):
    """Another factor of the person has this name."""

    def __init__(self) -> None:
        super().__init__("A factor with this friendly name exists already.")


class TooManyFactorsError(AuthError):
    """The person has as many factors as there may be."""

    def __init__(self) -> None:
        super().__init__("Maximum number of factors reached: remove one to add another.")


class SecondStepRefusedError(AuthError):
    """The code is wrong, passed before, or is of another step."""

    def __init__(self) -> None:
        super().__init__("Invalid code entered")


class PasskeysOffError(AuthError):
    """The address of the installation is none that browsers know passkeys for."""

    def __init__(self) -> None:
        super().__init__("Passkeys are disabled")


class PasskeyNotFoundError(AuthError):
    """The person has no passkey with this id."""

    def __init__(self) -> None:
        super().__init__("Passkey not found")


class TooManyPasskeysError(AuthError):
    """The person has as many passkeys as there may be."""

    def __init__(self) -> None:
        super().__init__("Maximum number of passkeys reached")


class ChallengeNotFoundError(AuthError):
    """The challenge is unknown, used, or of another session."""

    def __init__(self) -> None:
        super().__init__("Challenge not found or already used")


class ChallengeExpiredError(AuthError):
    """The challenge is older than five minutes."""

    def __init__(self) -> None:
        super().__init__("Challenge has expired")


class PasskeyRefusedError(AuthError):
    """The device's answer is not to this challenge, or its signature does not verify."""

    def __init__(self, message: str = "Credential verification failed") -> None:
        super().__init__(message)


class PasskeyTakenError(AuthError):
    """The passkey was added before."""

    def __init__(self) -> None:
        super().__init__("This credential is already registered")


class ProviderOffError(AuthError):
    """There is no such provider, or nobody turned it on."""

    def __init__(self) -> None:
        super().__init__("Unsupported provider: provider is not enabled")


class ProofKeyNeededError(AuthError):
    """A program begins without a code challenge: tokens in an address are not given."""

    def __init__(self) -> None:
        super().__init__(
            "The implicit flow is not supported: send code_challenge and"
            " code_challenge_method=s256, or a redirect_to of this installation."
        )


class ProviderFailedError(AuthError):
    """The provider gave no answer that proves who somebody is."""

    def __init__(self) -> None:
        super().__init__("Unable to exchange external code")


class ProviderRefusedError(AuthError):
    """Another provider sent the browser back than the one that it went to."""

    def __init__(self) -> None:
        super().__init__("The answer is not of the provider that was asked")


class IdentityNotFoundError(AuthError):
    """The person has no identity with this id that can be removed."""

    def __init__(self) -> None:
        super().__init__("Identity doesn't exist")


class LastIdentityError(AuthError):
    """The identity is the only way in that the person has."""

    def __init__(self) -> None:
        super().__init__("User must have at least 1 identity after unlinking")


class AddressRefusedError(AuthError):
    """The text is no e-mail address."""

    def __init__(self) -> None:
        super().__init__("Unable to validate email address: invalid format")


register(
    {
        "one_time_tokens_email_is_an_address": value(
            "email", "give an address, as name@example.org."
        ),
    }
)
