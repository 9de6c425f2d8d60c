"""Health: the process lives, and it reaches the database."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from sealedbid.api.route import OpenToAll
from sealedbid.api.services import Services
from sealedbid.platform.postgres.errors import DatabaseUnreachableError
from sealedbid.platform.postgres.pool import reaches


class Health(msgspec.Struct, frozen=True, kw_only=True):
    """The state of the process."""

    status: str


class _Health(OpenToAll):
    """Routes for those who keep the process running, at the root."""

    prefix: ClassVar[str] = ""
    is_limited: ClassVar[bool] = False


health = _Health("health")


@health.route("GET", "/healthz", answers=Health)
async def is_alive() -> Health:
    """Tell that the process runs; the database is not asked."""
    return Health(status="ok")


@health.route("GET", "/readyz", answers=Health, problems=(DatabaseUnreachableError,))
async def is_ready(services: Services) -> Health:
    """Tell that requests can be answered: both logins reach the database."""
    for pool in (services.api_pool, services.auth_pool):
        await reaches(pool)
    return Health(status="ready")
