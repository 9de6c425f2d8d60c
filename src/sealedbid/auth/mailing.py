"""Asking for mails: to confirm an address, to sign in by a link, to set another password.

Nothing tells whether an address has an account: neither the answer, nor the time, nor the limit.
"""

from __future__ import annotations

from typing import Any

from sealedbid.auth.accounts import Accounts
from sealedbid.auth.addresses import address_of
from sealedbid.auth.errors import MailWaitError
from sealedbid.auth.models import Flow, Peer
from sealedbid.auth.passwords import check_password
from sealedbid.auth.repository import mailed


async def sign_up(
    accounts: Accounts,
    email: str,
    password: str,
    *,
    meta: dict[str, Any],
    locale: str,
    redirect_to: str | None,
    peer: Peer,
    flow: Flow | None = None,
) -> str:
    """Begin an account with a password; return the address. It is there once that is proven.

    Raises AddressRefusedError, WeakPasswordError, MailWaitError, TooBusyError.
    """
    address = address_of(email)
    check_password(password)
    derived = await accounts.passwords.new(password)
    _check(
        await mailed.sign_up(
            accounts.calls,
            address,
            derived,
            meta=meta,
            locale=locale,
            params=_params(redirect_to, flow),
            peer=peer,
        )
    )
    return address


async def resend_sign_up(
    accounts: Accounts,
    email: str,
    *,
    locale: str,
    redirect_to: str | None,
    peer: Peer,
    flow: Flow | None = None,
) -> None:
    """Mail a sign-up that waits again. Raises AddressRefusedError, MailWaitError.

    Without a ``flow`` it stays with the program that began it.
    """
    _check(
        await mailed.resend_sign_up(
            accounts.calls,
            address_of(email),
            locale=locale,
            params=_params(redirect_to, flow),
            peer=peer,
        )
    )


async def resend_email_change(
    accounts: Accounts, email: str, *, locale: str, redirect_to: str | None, peer: Peer
) -> None:
    """Mail the confirmation of a new address again. Raises AddressRefusedError, MailWaitError."""
    _check(
        await mailed.resend_email_change(
            accounts.calls,
            address_of(email),
            locale=locale,
            params=_params(redirect_to),
            peer=peer,
        )
    )


async def recover(
    accounts: Accounts,
    email: str,
    *,
    locale: str,
    redirect_to: str | None,
    peer: Peer,
    flow: Flow | None = None,
) -> None:
    """Mail a link to set another password. Raises AddressRefusedError, MailWaitError."""
    _check(
        await mailed.recover(
            accounts.calls,
            address_of(email),
            locale=locale,
            params=_params(redirect_to, flow),
            peer=peer,
        )
    )


async def magic(
    accounts: Accounts,
    email: str,
    *,
    creates: bool,
    meta: dict[str, Any],
    locale: str,
    redirect_to: str | None,
    peer: Peer,
    flow: Flow | None = None,
) -> None:
    """Mail a link and a code that sign in; ``creates``: also an address without an account.

    Raises AddressRefusedError, MailWaitError.
    """
    _check(
        await mailed.magic(
            accounts.calls,
            address_of(email),
            creates=creates,
            meta=meta,
            locale=locale,
            params=_params(redirect_to, flow),
            peer=peer,
        )
    )


def _params(redirect_to: str | None, flow: Flow | None = None) -> dict[str, Any]:
    """Return what the mail says, and the flow, which the database takes out of it."""
    params: dict[str, Any] = {"redirect_to": redirect_to} if redirect_to else {}
    if flow is not None:
        params["flow"] = {"challenge": flow.challenge.hex(), "browser": flow.browser.hex()}
    return params


def _check(wait: int) -> None:
    if wait:
        raise MailWaitError(wait)
