"""The application on a sealed database, and on one with the usual seal."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest

from sealedbid.isolation.prove.ground import Ground, make_ground
from sealedbid.platform.postgres import Queries
from sealedbid.platform.postgres.logins import LOGINS
from tests.fixtures.server import Installation
from tests.injection.routes import Application

UNSEALED = Queries("tests.isolation", "unsealed")
STATEMENTS = Queries("tests.injection", "open")


def inhabit(installation: Installation) -> Ground:
    """Two organizations with rows in every table; every text of the other has its canary."""
    conninfos = {login: installation.conninfo(login) for login in LOGINS}
    return make_ground(conninfos | {"owner": installation.owner}, ("public",))


@asynccontextmanager
async def application(
    installation: Installation, ground: Ground, *, believes: bool = False
) -> AsyncIterator[Application]:
    async with (
        installation.gateway("sb_api", pool_min_size=2, pool_max_size=2) as api,
        installation.gateway("sb_worker") as worker,
    ):
        yield Application(ground, api, worker, believes=believes)


@pytest.fixture(scope="module")
def sealed(make_database: Callable[..., Installation]) -> tuple[Installation, Ground]:
    installation = make_database()
    return installation, inhabit(installation)


@pytest.fixture(scope="module")
def unsealed(make_database: Callable[..., Installation]) -> tuple[Installation, Ground]:
    """Rows are inserted first: the product's own sign-up needs the seal."""
    installation = make_database()
    ground = inhabit(installation)
    with installation.as_superuser() as superuser:
        superuser.execute(UNSEALED["unseal"])
    return installation, ground


@pytest.fixture(scope="module")
def unguarded(make_database: Callable[..., Installation]) -> tuple[Installation, Ground]:
    """A database without row-level security: only the statement's own WHERE guards it."""
    installation = make_database()
    ground = inhabit(installation)
    with installation.as_superuser() as superuser:
        superuser.execute(STATEMENTS["unguard"])
    return installation, ground
