"""Whom a command acts as: on the installation's own machine, the owner of an organization.

The installer says who that is, the sign-in code starts a session for as long as the command runs,
and everything else goes through the seal, as a request would.
"""

from __future__ import annotations

import asyncio
import getpass
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar
from uuid import UUID

import psycopg

from sealedbid.core.repository import organizations
from sealedbid.platform.config import Settings, read_settings
from sealedbid.platform.errors import SealedbidError
from sealedbid.platform.installer import (
    Owner,
    organization_owners,
    platform_owners,
    record_acting,
)
from sealedbid.platform.owner import owner_conninfo
from sealedbid.platform.postgres import Gateway, Transaction, open_pool
from sealedbid.platform.postgres.logins import login_conninfo
from sealedbid.platform.postgres.sign_in import SignIn, sign_in

LIFE = timedelta(hours=12)
Result = TypeVar("Result")
PLATFORM = str(UUID(int=0))


class UnknownOrganizationError(SealedbidError):
    """The command does not say which organization, or names one that is not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Acting:
    """A command's session in an organization."""

    gateway: Gateway
    proof: bytes
    org_id: UUID
    org_name: str
    is_new: bool

    def sealed(self) -> AbstractAsyncContextManager[Transaction]:
        """A transaction in the organization."""
        return self.gateway.sealed("session", self.proof, self.org_id)


@asynccontextmanager
async def acting_for(
    settings: Settings, org: str | None, command: str, *, may_found: bool = False
) -> AsyncIterator[Acting]:
    """Act as the owner of ``org`` (a name or an id; None: the only one there is).

    The nil uuid is the platform. Where there is no organization at all and ``may_found``, ``org``
    is founded first. Raises UnknownOrganizationError.
    """
    conninfo = owner_conninfo(settings)
    owners = platform_owners(conninfo) if org == PLATFORM else organization_owners(conninfo)
    found = None if not owners and org and may_found else choose(owners, org)
    async with sign_in(login_conninfo(settings, "sb_auth")) as auth:
        user_id = found.user_id if found is not None else await _sign_up(auth)
        session = await auth.start_session(user_id, LIFE)
        pool = await open_pool(login_conninfo(settings, "sb_api"), settings, name="cli")
        try:
            gateway = Gateway(pool)
            if found is None:
                async with gateway.sealed_person(session.proof) as tx:
                    org_id, name = await organizations.create(tx, name=str(org)), str(org)
            else:
                org_id, name = found.org_id, found.name
            acting = Acting(
                gateway=gateway,
                proof=session.proof,
                org_id=org_id,
                org_name=name,
                is_new=found is None,
            )
            record_acting(conninfo, org_id, user_id, command)
            yield acting
        finally:
            await pool.close()
            await auth.end_session(session)


def within(
    org: str | None, command: str, act: Callable[[Transaction], Awaitable[Result]]
) -> Result:
    """Do it as the owner of ``org``, in one transaction. Raises UnknownOrganizationError."""

    async def run() -> Result:
        async with acting_for(read_settings(), org, command) as acting, acting.sealed() as tx:
            return await act(tx)

    return asyncio.run(run())


def choose(owners: list[Owner], org: str | None) -> Owner:
    """The one that is meant. Raises UnknownOrganizationError, which names those there are."""
    names = ", ".join(sorted({owner.name for owner in owners}))
    if not owners:
        raise UnknownOrganizationError(
            "There is no organization yet: `sealedbid ingest PATH --org NAME` creates the first."
        )
    if org is None:
        if len(owners) > 1:
            raise UnknownOrganizationError(f"Say which organization with --org: {names}.")
        return owners[0]
    wanted = org.casefold()
    meant = [o for o in owners if wanted in (o.name.casefold(), str(o.org_id))]
    if not meant:
        raise UnknownOrganizationError(f"There is no organization “{org}”; there are: {names}.")
    if len(meant) > 1:
        ids = ", ".join(str(owner.org_id) for owner in meant)
        raise UnknownOrganizationError(
            f"Several organizations are called “{org}”: give --org one of {ids}."
        )
    return meant[0]


async def _sign_up(auth: SignIn) -> UUID:
    """The first person, called what this account is called."""
    name = getpass.getuser()
    email = f"{name}@localhost"
    try:
        user_id = await auth.create_user(email, name)
    except psycopg.errors.FeatureNotSupported:
        raise UnknownOrganizationError(
            "People sign up at the auth server of this database: found the organization there."
        ) from None
    except psycopg.errors.UniqueViolation:
        raise UnknownOrganizationError(
            f"{email} has an account and no organization: give that account one first."
        ) from None
    # Whoever has this machine's account has its mailbox.
    await auth.confirm(user_id, email)
    return user_id
