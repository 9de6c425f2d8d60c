"""Limits of requests: by address before anything is looked at, then by who is known to ask.

A person and an organization are counted by their ids, which a stranger could name as well: so they
are taken from requests whose credential has opened the organization before in this process.
"""

from __future__ import annotations

import hashlib
from typing import Final
from uuid import UUID

from fastapi import Request

from sealedbid.api.addresses import address_of
from sealedbid.api.caller import Caller
from sealedbid.api.faults import TooManyRequestsError
from sealedbid.api.services import services_of
from sealedbid.platform.postgres import Asker, Transaction
from sealedbid.platform.postgres.permits import Permit, Permits

WINDOW: Final = 60
"""Seconds."""
LIMITS: Final = "sealedbid.limits"
"""The key of a request's scope under which the limits are that it was counted by."""
Counted = list[tuple[str, int, Permit]]
"""The limits of a request: their names, the requests that each allows, and what is left."""


async def limit_address(request: Request, *, for_accounts: bool) -> None:
    """Take a permit of the address. Raises TooManyRequestsError.

    ``for_accounts``: of the bucket that no request of a tenant can name.
    """
    services = services_of(request)
    if limit := services.settings.requests_per_address:
        address = address_of(request, services.settings.trusted_proxies)
        permits = services.account_permits if for_accounts else services.permits
        await _take(request, permits, "address", f"address {address}".encode(), limit)


async def limit_caller(request: Request, caller: Caller) -> None:
    """Take a permit of the credential, of its person and of the organization.

    Raises TooManyRequestsError.
    """
    services = services_of(request)
    settings = services.settings
    if limit := settings.requests_per_credential:
        # A hash of the proof: nobody else can name the bucket, and so use it up.
        bucket = hashlib.sha256(b"permits" + caller.proof).digest()
        await _take(request, services.permits, "credential", bucket, limit)
    org = org_of(request) or caller.org_id
    asker = services.known.asker(caller, org)
    if asker is None:
        return
    person = asker.person if caller.kind == "session" else None
    if person is not None and (limit := settings.requests_per_person):
        await _take(request, services.permits, "person", b"person " + person.bytes, limit)
    if org is not None and (limit := settings.requests_per_organization):
        await _take(request, services.permits, "organization", b"org " + org.bytes, limit)


async def asker_of(request: Request, caller: Caller, tx: Transaction) -> Asker:
    """Return who has opened the transaction, for whom the next requests count too."""
    known = services_of(request).known
    asker = known.asker(caller, tx.org_id)
    if asker is None:
        asker = await tx.asker()
        known.remember(caller, tx.org_id, asker)
    return asker


def org_of(request: Request) -> UUID | None:
    """Return the organization that the path names, if it is one."""
    try:
        return UUID(request.path_params["org"])
    except (KeyError, ValueError):
        return None


async def _take(request: Request, permits: Permits, name: str, bucket: bytes, limit: int) -> None:
    permit = await permits.take(bucket, limit=limit, seconds=WINDOW)
    request.scope.setdefault(LIMITS, []).append((name, limit, permit))
    if not permit.is_granted:
        raise TooManyRequestsError(permit.resets)


def headers_of(counted: Counted) -> dict[str, str]:
    """The limits as headers: RateLimit-Policy and RateLimit of the IETF's httpapi group."""
    return {
        "RateLimit-Policy": ", ".join(
            f'"{name}";q={limit};w={WINDOW}' for name, limit, _ in counted
        ),
        "RateLimit": ", ".join(
            f'"{name}";r={permit.remaining};t={permit.resets}' for name, _, permit in counted
        ),
    }
