"""The application on a sealed database, and on one with the usual seal."""

from __future__ import annotations

import hashlib
import secrets
import uuid
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

import pytest
from fastapi import FastAPI

from sealedbid.api.app import create_app, open_services
from sealedbid.isolation.prove.ground import Ground, Side, make_ground
from sealedbid.platform.postgres import Queries
from sealedbid.platform.postgres.logins import LOGINS
from tests.api.serving import settings_of, started
from tests.fixtures.server import Installation
from tests.injection.routes import READING, Mistakes, mount

UNSEALED = Queries("tests.isolation", "unsealed")
STATEMENTS = Queries("tests.injection", "open")


@dataclass(frozen=True)
class Application:
    """The served application, and a member's token of either organization."""

    url: str
    ground: Ground
    tokens: Mapping[str, str]
    mistakes: Mistakes

    def side(self, who: str) -> Side:
        return self.ground.b if who == "b" else self.ground.a

    def address(self, route: str, said: str = "", who: str = "a") -> str:
        """The URL of a wrong route; ``q`` is what is said."""
        return f"{self.url}/api/v1/orgs/{self.side(who).org_id}/wrong/{route}?q={quote(said)}"

    def ask(self, route: str, said: str, who: str = "a") -> str:
        """The answer of a wrong route, whatever its status is."""
        method = "GET" if route == READING else "POST"
        headers = {"authorization": f"Bearer {self.tokens[who]}"}
        request = Request(self.address(route, said, who), headers=headers, method=method)
        try:
            with urlopen(request, timeout=60) as response:
                return str(response.read().decode())
        except HTTPError as error:
            return str(error.read().decode())


def inhabit(installation: Installation) -> Ground:
    """Two organizations with rows in every table; every text of the other has its canary."""
    conninfos = {login: installation.conninfo(login) for login in LOGINS}
    return make_ground(conninfos | {"owner": installation.owner}, ("public",))


@contextmanager
def application(
    installation: Installation, ground: Ground, *, believes: bool = False
) -> Iterator[Application]:
    """Serve the real application, with the wrong routes, on a pool of two connections."""
    leases = {side.org_id: side.lease for side in (ground.a, ground.b)}
    settings = settings_of(installation).model_copy(
        update={
            "pool_min_size": 2,
            "pool_max_size": 2,
            "requests_per_credential": None,
            "requests_per_person": None,
            "requests_per_organization": None,
            "requests_per_address": None,
        }
    )
    mistakes = Mistakes(leases=leases, believes=believes)
    app = create_app(settings)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        """Open what the product opens, but on any database: it would refuse some of them."""
        async with AsyncExitStack() as stack, installation.gateway("sb_worker") as worker:
            services = app.state.services = await open_services(settings, stack)
            mistakes.worker = worker
            yield
            if mistakes.kept is not None:
                await services.gateway.pool_for(None).putconn(mistakes.kept)

    app.router.lifespan_context = lifespan
    mount(app, mistakes)
    tokens = {"a": _token(installation, ground.a), "b": _token(installation, ground.b)}
    with started(app) as url:
        yield Application(url, ground, tokens, mistakes)


def _token(installation: Installation, side: Side) -> str:
    """Sign the member in; returns the token."""
    text = secrets.token_urlsafe(32)
    with installation.as_owner() as owner:
        owner.execute(
            "select core.start_session(%s, %s, %s, clock_timestamp() + interval '1 hour')",
            (hashlib.sha256(text.encode()).digest(), side.people["member"], uuid.uuid4()),
        )
    return text


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
