"""Accounts of an installation, on its own machine: create a person, found an organization."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from sealedbid.auth import mailing
from sealedbid.auth.accounts import accounts_of
from sealedbid.auth.addresses import address_of
from sealedbid.auth.models import Peer
from sealedbid.core.models import Member
from sealedbid.core.repository import org_members, organizations
from sealedbid.platform.config import Settings
from sealedbid.platform.installer import (
    UnknownPersonError,
    accounts,
    create_account,
    end_session,
    record_acting,
    start_session,
)
from sealedbid.platform.owner import owner_conninfo
from sealedbid.platform.postgres import Gateway, Transaction, open_pool
from sealedbid.platform.postgres.logins import login_conninfo

FOUNDING: timedelta = timedelta(minutes=5)


async def create_person(settings: Settings, email: str, name: str, *, locale: str) -> UUID:
    """Create an account whose address counts as proven, and mail a link to choose a password.

    Returns the person's id. Raises AddressTakenError, AddressRefusedError, AccountsElsewhereError.
    """
    address = address_of(email)
    user_id = create_account(owner_conninfo(settings), address, name)
    pool = await open_pool(login_conninfo(settings, "sb_auth"), settings, name="cli")
    try:
        await mailing.recover(
            accounts_of(pool, settings), address, locale=locale, redirect_to=None, peer=Peer()
        )
    finally:
        await pool.close()
    return user_id


async def found(settings: Settings, name: str, owner: str, *, currency: str) -> UUID:
    """Found an organization for the person with the address ``owner``; return its id.

    Raises UnknownPersonError, UnknownCurrencyError.
    """
    conninfo = owner_conninfo(settings)
    wanted = owner.strip().casefold()
    person = next((each for each in accounts(conninfo) if each.email.casefold() == wanted), None)
    if person is None:
        raise UnknownPersonError(
            f"Nobody has an account with the address {owner}: `sealedbid users create` makes one."
        )
    session = start_session(conninfo, person.id, FOUNDING)
    try:
        pool = await open_pool(login_conninfo(settings, "sb_api"), settings, name="cli")
        try:
            async with Gateway(pool).sealed_person(session.proof) as tx:
                org_id = await organizations.create(tx, name=name, currency=currency)
        finally:
            await pool.close()
    finally:
        end_session(conninfo, session)
    record_acting(conninfo, org_id, person.id, "orgs found")
    return org_id


async def member_of(tx: Transaction, email: str) -> Member:
    """Return the member of the open organization with this address. Raises UnknownPersonError."""
    wanted = email.strip().casefold()
    found = [each for each in await org_members.page(tx) if each.email.casefold() == wanted]
    if not found:
        raise UnknownPersonError(
            f"No member has the address {email}: `sealedbid orgs members` shows them."
        )
    return found[0]
