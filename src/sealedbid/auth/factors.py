"""Second factors: authenticator apps, and the step of showing one.

``proof`` is that of an access token or a cookie, also one that waits for the second step.
Everything raises CredentialRefusedError.
"""

from __future__ import annotations

import base64
from typing import Final
from urllib.parse import quote, urlencode
from uuid import UUID, uuid4

from sealedbid.auth.accounts import Accounts
from sealedbid.auth.errors import (
    FactorNameTakenError,
    FactorNotFoundError,
    SecondStepNeededError,
    SecondStepRefusedError,
    TooManyFactorsError,
    WaitError,
)
from sealedbid.auth.models import Attempt, Challenge, NewFactor
from sealedbid.auth.repository import account, factors
from sealedbid.platform.postgres.errors import NotReadyError

ISSUER: Final = "Sealedbid"
_REFUSED: Final = {
    "second_step": SecondStepNeededError,
    "too_many": TooManyFactorsError,
    "name_taken": FactorNameTakenError,
}


async def enroll(accounts: Accounts, proof: bytes, *, name: str, issuer: str | None) -> NewFactor:
    """Begin an authenticator app; it is asked for from its first code on.

    Raises SecondStepNeededError, TooManyFactorsError, FactorNameTakenError, and SecretFileError if
    the file that seals the factors of the others is missing.
    """
    factor = uuid4()
    await accounts.pads.ready(accounts.calls)
    begun = await factors.enroll(accounts.calls, proof, factor, name, accounts.pads.of(factor))
    if begun.secret is None:
        raise _REFUSED[begun.outcome]
    secret = base64.b32encode(begun.secret).decode()
    owner = await account.get(accounts.calls, proof)
    return NewFactor(id=factor, name=name, secret=secret, uri=_uri(secret, owner.email, issuer))


async def challenge(accounts: Accounts, proof: bytes, factor: UUID) -> Challenge:
    """Begin the second step with a factor. Raises FactorNotFoundError."""
    begun = await factors.challenge(accounts.calls, proof, factor)
    if begun.id is None or begun.expires_at is None:
        raise FactorNotFoundError
    return Challenge(id=begun.id, expires_at=begun.expires_at)


async def verify(
    accounts: Accounts, proof: bytes, factor: UUID, challenge: UUID, code: str
) -> Attempt:
    """End the second step with a code. Raises SecondStepRefusedError, WaitError.

    The try is counted in one transaction and its outcome told in the next one. Raises
    SecretFileError if the file that sealed the factor is missing or another one.
    """
    pad = accounts.pads.of(factor)
    try:
        tried = await factors.attempt(accounts.calls, proof, factor, challenge, code, pad)
    except NotReadyError:
        raise accounts.pads.another() from None
    if tried.ticket is None:
        raise WaitError(tried.wait)
    attempt = await factors.finish(accounts.calls, proof, challenge, tried.ticket)
    if attempt.outcome != "signed_in":
        raise SecondStepRefusedError
    return attempt


async def remove(accounts: Accounts, proof: bytes, factor: UUID) -> None:
    """Remove a factor. Raises FactorNotFoundError, SecondStepNeededError."""
    answer = await factors.remove(accounts.calls, proof, factor)
    if answer == "second_step":
        raise SecondStepNeededError
    if answer == "unknown":
        raise FactorNotFoundError


def _uri(secret: str, email: str, issuer: str | None) -> str:
    """Make the address that an app reads from the picture; the rest of it is the default."""
    named = issuer or ISSUER
    given = {"secret": secret, "issuer": named, "algorithm": "SHA1", "digits": 6, "period": 30}
    return f"otpauth://totp/{quote(named, safe='')}:{quote(email, safe='@')}?" + urlencode(
        given, quote_via=quote
    )
