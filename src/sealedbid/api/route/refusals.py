"""Refusals, recorded after the answer, where nobody can time it.

One of a known person is recorded in the organization, by the same proof; a credential that opens
nothing, and a sign-in that failed, in the platform's log.
"""

from __future__ import annotations

from functools import partial
from typing import Final
from uuid import UUID

from fastapi import Request
from starlette.background import BackgroundTask

from sealedbid.api.addresses import network_of
from sealedbid.api.caller import COOKIE, Caller
from sealedbid.api.services import Services, services_of
from sealedbid.auth.errors import (
    MailWaitError,
    RefreshRefusedError,
    TokenRefusedError,
    WaitError,
    WrongCredentialsError,
)
from sealedbid.auth.repository import refusals
from sealedbid.auth.repository.refusals import Refused
from sealedbid.platform.postgres.errors import CredentialRefusedError
from sealedbid.system.audit_log.repository import audit_log

REFUSED: Final = "sealedbid.refused"
"""The key of a request's scope under which the caller and organization of a refusal are."""
FAILED_SIGN_INS: Final = (
    WrongCredentialsError,
    TokenRefusedError,
    RefreshRefusedError,
    WaitError,
)


def remember(request: Request, caller: Caller, org: UUID) -> None:
    """Have the refusal recorded in the organization once it is answered."""
    request.scope[REFUSED] = (caller, org)


def recording(request: Request, error: Exception | None) -> BackgroundTask | None:
    """Return the task to run after the answer, or None if nothing is to be recorded."""
    if found := request.scope.get(REFUSED):
        caller, org = found
        services = services_of(request)
        route = f"{request.method} {getattr(request.scope.get('route'), 'path', '')}"
        record = partial(_of_member, services, caller, org, route)
        source = b"member " + caller.proof + org.bytes
        return BackgroundTask(services.refusals.add, services.permits, source, record)
    kind = _kind(request, error)
    if kind is None:
        return None
    services = services_of(request)
    ip = network_of(request, services.settings.trusted_proxies)
    source = f"{kind} {ip}".encode()
    record = partial(refusals.record, services.accounts.calls, kind, ip)
    return BackgroundTask(services.refusals.add, services.account_permits, source, record)


def _kind(request: Request, error: Exception | None) -> Refused | None:
    if isinstance(error, FAILED_SIGN_INS) and not isinstance(error, MailWaitError):
        return "sign_in.refused"
    is_shown = "authorization" in request.headers or COOKIE in request.cookies
    return "credential.refused" if isinstance(error, CredentialRefusedError) and is_shown else None


async def _of_member(services: Services, caller: Caller, org: UUID, route: str, count: int) -> None:
    async with services.gateway.sealed(caller.kind, caller.proof, org) as tx:
        await audit_log.record(
            tx,
            "request.refused",
            resource_type="routes",
            resource_id=route,
            detail={"count": count} if count > 1 else None,
        )
