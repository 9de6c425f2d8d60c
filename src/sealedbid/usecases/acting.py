"""Acts as the owner of an organization, on the installation's own machine.

The installer says who the owner is and starts a session for as long as the command runs, and
everything else goes through the seal, as a request would.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar
from uuid import UUID

from sealedbid.core.currencies import NO_CURRENCY
from sealedbid.core.repository import organizations
from sealedbid.platform.config import Settings
from sealedbid.platform.installer import (
    Owner,
    end_session,
    organization_owners,
    platform_owners,
    record_acting,
    start_session,
)
from sealedbid.platform.owner import owner_conninfo
from sealedbid.platform.postgres import Gateway, Transaction, open_pool
from sealedbid.platform.postgres.logins import login_conninfo
from sealedbid.usecases.errors import ActingError
from sealedbid.usecases.joining import sign_up_founder

LIFE = timedelta(hours=12)
Result = TypeVar("Result")
PLATFORM = str(UUID(int=0))


class UnknownOrganizationError(ActingError):
    """No organization was named where there are several, or none has the name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Founder:
    """The first person of an installation, and the currency of the organization they found."""

    name: str
    currency: str = NO_CURRENCY


@dataclass(frozen=True, slots=True, kw_only=True)
class Acting:
    """A session of a member of an organization."""

    gateway: Gateway
    proof: bytes
    org_id: UUID
    org_name: str
    is_new: bool = False

    def sealed(self) -> AbstractAsyncContextManager[Transaction]:
        """Open a transaction in the organization."""
        return self.gateway.sealed("session", self.proof, self.org_id)


@asynccontextmanager
async def acting_for(
    settings: Settings,
    org: str | None,
    command: str,
    *,
    founder: Callable[[], Founder] | None = None,
) -> AsyncIterator[Acting]:
    """Act as the owner of ``org``, a name or an id; None means the only organization.

    The nil uuid is the platform. Where there is no organization at all, ``org`` is founded first if
    ``founder`` is given, which names its first person and may refuse. The organization's audit log
    records ``command``. Raises UnknownOrganizationError.
    """
    conninfo = owner_conninfo(settings)
    owners = platform_owners(conninfo) if org == PLATFORM else organization_owners(conninfo)
    is_new = not owners and bool(org) and founder is not None
    found = None if is_new else choose(owners, org)
    first = founder() if founder is not None and is_new else None
    if first is not None:
        user_id = sign_up_founder(conninfo, first.name)
    else:
        assert found is not None  # one was chosen
        user_id = found.user_id
    session = start_session(conninfo, user_id, LIFE)
    try:
        pool = await open_pool(login_conninfo(settings, "sb_api"), settings, name="cli")
        try:
            gateway = Gateway(pool)
            if first is not None:
                async with gateway.sealed_person(session.proof) as tx:
                    name = str(org)
                    org_id = await organizations.create(tx, name=name, currency=first.currency)
            else:
                assert found is not None  # one was chosen
                org_id, name = found.org_id, found.name
            acting = Acting(
                gateway=gateway,
                proof=session.proof,
                org_id=org_id,
                org_name=name,
                is_new=is_new,
            )
            record_acting(conninfo, org_id, user_id, command)
            yield acting
        finally:
            await pool.close()
    finally:
        end_session(conninfo, session)


async def within(
    settings: Settings,
    org: str | None,
    command: str,
    act: Callable[[Transaction], Awaitable[Result]],
) -> Result:
    """Run ``act`` in one transaction, as the owner of ``org``. Raises UnknownOrganizationError."""
    async with acting_for(settings, org, command) as acting, acting.sealed() as tx:
        return await act(tx)


def choose(owners: list[Owner], org: str | None) -> Owner:
    """Return the owner of ``org``. Raises UnknownOrganizationError, which lists the names."""
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
