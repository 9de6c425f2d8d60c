"""Passkeys: add one, sign in by one, list, rename and remove.

The database judges: it verifies the signature, the challenge and what browser and device said.
Here only the form is read.
"""

from __future__ import annotations

from typing import Final
from uuid import UUID

from sealedbid.auth.accounts import Accounts
from sealedbid.auth.errors import (
    AuthError,
    ChallengeExpiredError,
    ChallengeNotFoundError,
    PasskeyNotFoundError,
    PasskeyRefusedError,
    PasskeysOffError,
    PasskeyTakenError,
    SecondStepNeededError,
    TooManyPasskeysError,
    WaitError,
)
from sealedbid.auth.models import (
    AddedPasskey,
    Attempt,
    BegunPasskey,
    OwnPasskey,
    PasskeyChallenge,
    Peer,
    Site,
)
from sealedbid.auth.passkey_parts import Assertion, NewPasskey
from sealedbid.auth.repository import passkeys

_REFUSED: Final[dict[str, type[AuthError]]] = {
    "second_step": SecondStepNeededError,
    "too_many": TooManyPasskeysError,
    "unknown": ChallengeNotFoundError,
    "expired": ChallengeExpiredError,
    "refused": PasskeyRefusedError,
    "taken": PasskeyTakenError,
}


async def begin(accounts: Accounts, proof: bytes) -> BegunPasskey:
    """Begin a passkey. Raises PasskeysOffError, SecondStepNeededError, TooManyPasskeysError."""
    begun = await passkeys.begin(accounts.calls, proof, _site_of(accounts))
    if begun.outcome != "begun":
        raise _REFUSED[begun.outcome]()
    return begun


async def add(
    accounts: Accounts, proof: bytes, challenge: UUID, made: NewPasskey, name: str
) -> AddedPasskey:
    """Add the passkey that answers a challenge.

    Raises SecondStepNeededError, TooManyPasskeysError, ChallengeNotFoundError,
    ChallengeExpiredError, PasskeyRefusedError, PasskeyTakenError.
    """
    added = await passkeys.add(accounts.calls, proof, challenge, made, name)
    if added.outcome != "added":
        raise _REFUSED[added.outcome]()
    return added


async def challenge(accounts: Accounts, peer: Peer) -> PasskeyChallenge:
    """Begin to sign in; the same for everybody. Raises PasskeysOffError, WaitError."""
    begun = await passkeys.challenge(accounts.calls, _site_of(accounts), peer)
    if begun.wait:
        raise WaitError(begun.wait)
    return begun


async def sign_in(accounts: Accounts, challenge: UUID, shown: Assertion, peer: Peer) -> Attempt:
    """Sign in by what a device signed.

    Raises ChallengeNotFoundError, ChallengeExpiredError, PasskeyRefusedError, WaitError.
    """
    attempt = await passkeys.finish(accounts.calls, challenge, shown, peer)
    if attempt.wait:
        raise WaitError(attempt.wait)
    if attempt.outcome != "signed_in":
        raise _REFUSED[attempt.outcome]()
    return attempt


async def own(accounts: Accounts, proof: bytes) -> list[OwnPasskey]:
    """List one's own passkeys. Raises CredentialRefusedError."""
    return await passkeys.own(accounts.calls, proof)


async def rename(accounts: Accounts, proof: bytes, passkey: UUID, name: str) -> OwnPasskey:
    """Give a passkey another name. Raises PasskeyNotFoundError."""
    found = await passkeys.rename(accounts.calls, proof, passkey, name)
    if found is None:
        raise PasskeyNotFoundError
    return found


async def remove(accounts: Accounts, proof: bytes, passkey: UUID) -> None:
    """Remove a passkey. Raises PasskeyNotFoundError, SecondStepNeededError."""
    answer = await passkeys.remove(accounts.calls, proof, passkey)
    if answer == "second_step":
        raise SecondStepNeededError
    if answer == "unknown":
        raise PasskeyNotFoundError


def _site_of(accounts: Accounts) -> Site:
    if accounts.site is None:
        raise PasskeysOffError
    return accounts.site
