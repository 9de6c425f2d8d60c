"""Refusals of known people, recorded after the answer, where nobody can time it."""

from __future__ import annotations

import hashlib
import logging
from typing import Final
from uuid import UUID

from fastapi import Request
from starlette.background import BackgroundTask

from sealedbid.api.caller import Caller
from sealedbid.api.services import Services, services_of
from sealedbid.platform.errors import SealedbidError
from sealedbid.platform.postgres.faults import named
from sealedbid.system.audit_log.repository import audit_log

log = logging.getLogger("sealedbid.api")

REFUSED: Final = "sealedbid.refused"
"""The key of a request's scope under which the caller and organization of a refusal are."""
MOST: Final = 20
"""Refusals of one credential that are recorded in a minute."""


def remember(request: Request, caller: Caller, org: UUID) -> None:
    """Have the refusal recorded in the organization once it is answered."""
    request.scope[REFUSED] = (caller, org)


def recording(request: Request) -> BackgroundTask | None:
    """Return the task to run after the answer, or None if nothing is to be recorded."""
    found = request.scope.get(REFUSED)
    if found is None:
        return None
    route = getattr(request.scope.get("route"), "path", "")
    caller, org = found
    return BackgroundTask(_record, services_of(request), caller, org, request.method, route)


async def _record(services: Services, caller: Caller, org: UUID, method: str, route: str) -> None:
    """Record it in a transaction of its own, by the same proof; a failure is logged alone."""
    bucket = hashlib.sha256(b"refusals" + caller.proof).digest()
    try:
        if not (await services.permits.take(bucket, limit=MOST, seconds=60)).is_granted:
            return
        async with services.gateway.sealed(caller.kind, caller.proof, org) as tx:
            await audit_log.record(
                tx, "request.refused", resource_type="routes", resource_id=f"{method} {route}"
            )
    except SealedbidError as error:
        log.warning("a refusal was not recorded", extra={"error": named(error)})
