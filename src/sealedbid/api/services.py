"""Services of a process of the API: what it holds open while it runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from fastapi import Request

from sealedbid.api.known import Known
from sealedbid.api.lasting import Lasting
from sealedbid.api.refusals import Refusals
from sealedbid.auth.accounts import Accounts
from sealedbid.auth.elsewhere.admitting import Elsewhere
from sealedbid.platform.config import Settings
from sealedbid.platform.postgres import Gateway
from sealedbid.platform.postgres.permits import Permits
from sealedbid.platform.postgres.pool import Pool


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """The ways to the database: tenants through the gateway, accounts through sb_auth's pool.

    Limits of requests are taken as sb_api, those of sign-in as sb_auth. ``elsewhere`` is None where
    people sign in here.
    """

    settings: Settings
    gateway: Gateway
    accounts: Accounts
    elsewhere: Elsewhere | None
    api_pool: Pool
    auth_pool: Pool
    permits: Permits
    account_permits: Permits
    known: Known
    refusals: Refusals
    lasting: Lasting


def services_of(request: Request) -> Services:
    """Return the services of the process that answers the request."""
    return cast(Services, request.app.state.services)
