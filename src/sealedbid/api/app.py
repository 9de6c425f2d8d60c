"""The application: its services, its layers and its routes, put together in this one place."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Final

from fastapi import FastAPI
from fastapi.telemetry import TelemetryConfig

from sealedbid.api.auth import ways as auth
from sealedbid.api.content import services
from sealedbid.api.core import ways as core
from sealedbid.api.front import Front
from sealedbid.api.health import health
from sealedbid.api.known import Known
from sealedbid.api.lasting import Lasting
from sealedbid.api.metrics import metrics
from sealedbid.api.problems import add_handlers
from sealedbid.api.refusals import Refusals
from sealedbid.api.route import Way
from sealedbid.api.services import Services
from sealedbid.api.tracing import Tracing
from sealedbid.auth.accounts import accounts_of
from sealedbid.auth.elsewhere.opening import check_elsewhere, open_elsewhere
from sealedbid.auth.pads import check_pads
from sealedbid.isolation.audit import refuse_unsealed
from sealedbid.platform.config import Settings, read_settings
from sealedbid.platform.embedded.keeper import kept_up
from sealedbid.platform.logging import configure_logging
from sealedbid.platform.migrations.development import refuse_development_schema
from sealedbid.platform.postgres import Gateway, open_pool
from sealedbid.platform.postgres.logins import Login, login_conninfo
from sealedbid.platform.postgres.permits import Permits
from sealedbid.platform.postgres.pool import check_login

LOGINS: tuple[Login, ...] = ("sb_api", "sb_auth")
"""The logins of the API; it has the password of no other."""
WAYS: tuple[Way, ...] = (services.routes, *core.WAYS, *auth.WAYS, health, metrics)
"""Every route of the API. A file of routes is added here, and nowhere else.

A path is compared with one route after the other: those that are called most come first.
"""

NO_TELEMETRY: Final[TelemetryConfig] = {
    "tracing": False,
    "metrics": False,
    "logs": False,
    "operation_spans": False,
    "auto_configure": False,
}
"""The framework's own records messages of exceptions and what requests gave; see tracing.py."""


def create_app(settings: Settings) -> FastAPI:
    """Make the application; while it runs it holds pools of sb_api and sb_auth, and no others.

    Its start raises DatabaseUnreachableError, LoginRefusedError, UnsafeLoginError,
    DevelopmentVersionError, UnsealedError if the audit has errors, and SecretFileError if a file of
    the installation is lost that opens second factors.
    """
    tracing = Tracing()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            tracing.open()
            stack.push_async_callback(asyncio.to_thread, tracing.close)
            await stack.enter_async_context(kept_up(settings))
            await check_database(settings)
            app.state.services = await open_services(settings, stack)
            stack.push_async_callback(app.state.services.refusals.close)
            yield

    app = FastAPI(
        title="Sealedbid",
        lifespan=lifespan,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        telemetry=NO_TELEMETRY,
    )
    app.add_middleware(Front, tracing=tracing)
    add_handlers(app)
    for way in WAYS:
        app.router.routes.extend(way.routes)
    return app


async def check_database(settings: Settings) -> None:
    """Raise what keeps the API from being served on this database."""
    login = login_conninfo(settings, "sb_api")
    await asyncio.to_thread(refuse_development_schema, login)
    await refuse_unsealed(login)
    for name in LOGINS:
        await check_login(login_conninfo(settings, name), settings, name="serve")
    await check_elsewhere(login_conninfo(settings, "sb_auth"), settings)
    await check_pads(login_conninfo(settings, "sb_auth"), settings)


async def open_services(settings: Settings, stack: AsyncExitStack) -> Services:
    """Open the pools, which ``stack`` closes."""
    api_login, auth_login = (login_conninfo(settings, name) for name in LOGINS)
    api_pool = await open_pool(api_login, settings, name="api")
    stack.push_async_callback(api_pool.close)
    auth_pool = await open_pool(auth_login, settings, name="auth")
    stack.push_async_callback(auth_pool.close)
    accounts = accounts_of(auth_pool, settings)
    elsewhere = open_elsewhere(accounts.calls, settings)
    if elsewhere is not None:
        stack.push_async_callback(elsewhere.close)
    return Services(
        settings=settings,
        gateway=Gateway(api_pool, for_requests=True),
        accounts=accounts,
        elsewhere=elsewhere,
        api_pool=api_pool,
        auth_pool=auth_pool,
        permits=Permits(api_pool, secret=api_login),
        account_permits=Permits(auth_pool, secret=auth_login, for_accounts=True),
        known=Known(),
        refusals=Refusals(),
        lasting=Lasting(accounts),
    )


def from_environment() -> FastAPI:
    """Make the application of one process among several, which has its settings by environment."""
    configure_logging()
    return create_app(read_settings())
