"""Signing in by password, by a mailed link or code, and refreshing.

Each returns the attempt that signed in; ``with_tokens`` and ``with_cookie`` of accounts.py make
what a program or a browser holds.
"""

from __future__ import annotations

from collections.abc import Sequence

from sealedbid.auth.accounts import Accounts
from sealedbid.auth.addresses import address_of
from sealedbid.auth.errors import (
    RefreshRefusedError,
    RefreshReusedError,
    TokenRefusedError,
    WaitError,
    WrongCredentialsError,
)
from sealedbid.auth.models import Attempt, Kind, Peer
from sealedbid.auth.repository import mailed, passwords, sessions
from sealedbid.auth.tokens import RefreshToken, parse_link

LONGEST_PASSWORD = 4096
"""Characters that are tried; a longer text is nobody's password."""


async def sign_in(accounts: Accounts, email: str, password: str, peer: Peer) -> Attempt:
    """Sign in by password. The same work is done whoever has an account.

    Raises WrongCredentialsError, WaitError, TooBusyError, AddressRefusedError.
    """
    address = address_of(email)
    begun = await passwords.begin(accounts.calls, address, peer)
    if begun.salt is None:
        raise WaitError(begun.wait)
    derived = await accounts.passwords.derive(_storable(password), begun.salt)
    attempt = await passwords.finish(accounts.calls, address, derived, peer)
    if attempt.outcome != "signed_in":
        raise WrongCredentialsError
    return attempt


async def refresh(accounts: Accounts, text: str) -> Attempt:
    """Exchange a refresh token. Raises RefreshRefusedError, RefreshReusedError."""
    token = RefreshToken.parse(text)
    if token is None:
        raise RefreshRefusedError
    attempt = await sessions.refresh(accounts.calls, token)
    if attempt.outcome == "reused":
        raise RefreshReusedError
    if attempt.outcome == "unknown":
        raise RefreshRefusedError
    return attempt


async def verify_link(accounts: Accounts, text: str, kinds: Sequence[Kind], peer: Peer) -> Attempt:
    """Use the secret of a mailed link up: it signs in, or confirms an address.

    Raises TokenRefusedError.
    """
    secret = parse_link(text)
    if secret is None:
        raise TokenRefusedError
    return _shown(await mailed.verify_link(accounts.calls, secret, kinds, peer))


async def verify_code(
    accounts: Accounts, email: str, code: str, kinds: Sequence[Kind], peer: Peer
) -> Attempt:
    """Use the code of the newest mail to an address up. Raises TokenRefusedError, WaitError.

    The try is counted in one transaction and its outcome told in the next one.
    """
    address = address_of(email)
    tried = await mailed.try_code(accounts.calls, address, code, kinds, peer)
    if tried.ticket is None:
        raise WaitError(tried.wait)
    return _shown(await mailed.finish_code(accounts.calls, address, tried.ticket, peer))


def _shown(attempt: Attempt) -> Attempt:
    if attempt.outcome == "refused":
        raise TokenRefusedError
    return attempt


def _storable(password: str) -> str:
    """A text that can be derived from; what cannot is nobody's password."""
    return password[:LONGEST_PASSWORD].encode("utf-8", "replace").decode()
