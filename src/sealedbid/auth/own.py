"""A person's own account: read it, change it, and look after its sessions.

``proof`` is that of their access token or cookie. Everything raises CredentialRefusedError.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sealedbid.auth.accounts import Accounts
from sealedbid.auth.addresses import address_of
from sealedbid.auth.errors import (
    IdentityNotFoundError,
    LastIdentityError,
    MailWaitError,
    PasswordAskedAgainError,
    ReauthenticationRefusedError,
    WaitError,
)
from sealedbid.auth.models import Account, OwnSession, Peer, Scope
from sealedbid.auth.passwords import check_password
from sealedbid.auth.repository import account, oauth, passwords, sessions
from sealedbid.auth.tokens import new_cookie, proof_of


async def get(accounts: Accounts, proof: bytes) -> Account:
    """Return the account."""
    return await account.get(accounts.calls, proof)


async def change_metadata(accounts: Accounts, proof: bytes, changes: dict[str, Any]) -> None:
    """Change what the person says of themselves, key by key."""
    await account.change_metadata(accounts.calls, proof, changes)


async def reauthenticate(accounts: Accounts, proof: bytes, peer: Peer) -> None:
    """Mail a code that changes the password within ten minutes. Raises MailWaitError."""
    if wait := await account.reauthenticate(accounts.calls, proof, peer):
        raise MailWaitError(wait)


async def change_password(
    accounts: Accounts,
    proof: bytes,
    password: str,
    *,
    current: str | None,
    code: str | None,
    peer: Peer,
) -> None:
    """Set another password; every other session ends.

    Raises WeakPasswordError, WaitError, TooBusyError, PasswordAskedAgainError where neither the
    present password nor a code is given, and ReauthenticationRefusedError where it is wrong.
    """
    check_password(password)
    derived = None
    if current is not None:
        begun = await passwords.begin_own(accounts.calls, proof, peer)
        if begun.salt is None:
            raise WaitError(begun.wait)
        derived = await accounts.passwords.derive(current, begun.salt)
    new = await accounts.passwords.new(password)
    ticket = None if code is None else await passwords.try_code(accounts.calls, proof, code)
    answer = await passwords.change(accounts.calls, proof, new, derived=derived, ticket=ticket)
    if answer == "asked":
        raise PasswordAskedAgainError
    if answer == "refused":
        raise ReauthenticationRefusedError


async def change_email(
    accounts: Accounts, proof: bytes, email: str, *, redirect_to: str | None, peer: Peer
) -> None:
    """Mail the present address and the new one; it changes when both have confirmed.

    Raises AddressRefusedError, MailWaitError.
    """
    params = {"redirect_to": redirect_to} if redirect_to else {}
    wait = await account.change_email(
        accounts.calls, proof, address_of(email), params=params, peer=peer
    )
    if wait:
        raise MailWaitError(wait)


async def list_sessions(accounts: Accounts, proof: bytes) -> list[OwnSession]:
    """Return the person's own sessions, the most recently used first."""
    return await sessions.own(accounts.calls, proof)


async def end_session(accounts: Accounts, proof: bytes, session: UUID) -> bool:
    """End one of the person's own sessions; False if they have none with this id."""
    return await sessions.end_own(accounts.calls, proof, session)


async def sign_out(accounts: Accounts, proof: bytes, scope: Scope) -> None:
    """Sign out: this session, all others, or all."""
    await sessions.sign_out(accounts.calls, proof, scope)


async def renew_cookie(accounts: Accounts, proof: bytes) -> str:
    """Give a browser's session a new secret; the one before is void."""
    secret = new_cookie()
    await sessions.renew(accounts.calls, proof, proof_of(secret))
    return secret


async def prolong(accounts: Accounts, proof: bytes) -> None:
    """Let a browser's session last for 12 hours from now."""
    await sessions.prolong(accounts.calls, proof)


async def remove_identity(accounts: Accounts, proof: bytes, identity: UUID) -> None:
    """Remove an account at a provider.

    Raises IdentityNotFoundError, and LastIdentityError if it is the only way in.
    """
    outcome = await oauth.remove(accounts.calls, proof, identity)
    if outcome == "unknown":
        raise IdentityNotFoundError
    if outcome == "last":
        raise LastIdentityError
