"""Sign-in by a provider: going there, and coming back with a state and a code."""

from __future__ import annotations

from typing import Annotated, Final, NamedTuple
from urllib.parse import urlencode, urlsplit, urlunsplit

import msgspec
from fastapi import Query, Response

from sealedbid.api.answers import Html
from sealedbid.api.auth.cookies import Device, set_cookies
from sealedbid.api.auth.flows import FlowBrowser, QueryChallenge, remember_browser
from sealedbid.api.auth.pages import led, page
from sealedbid.api.auth.peers import FromPeer, allowed, is_own
from sealedbid.api.faults import RequestError
from sealedbid.api.route import OpenToAll
from sealedbid.api.services import Services
from sealedbid.auth.accounts import with_cookie
from sealedbid.auth.errors import (
    ProofKeyNeededError,
    ProviderFailedError,
    ProviderOffError,
    ProviderRefusedError,
    RefreshRefusedError,
    WaitError,
)
from sealedbid.auth.oauth import beginning, finishing
from sealedbid.auth.oauth.models import Ended, Shown
from sealedbid.auth.oauth.providers import name_of
from sealedbid.auth.tokens import proof_of
from sealedbid.platform.config import Settings
from sealedbid.platform.postgres.errors import CredentialRefusedError

routes = OpenToAll("auth")


class Fault(NamedTuple):
    """An error as it stands in the address that a browser is led to."""

    error: str
    code: str
    words: str


FAILED: Final = Fault("server_error", "unexpected_failure", "Unable to exchange external code")
DENIED: Final = Fault("access_denied", "oauth_denied", "The sign-in was not allowed there")
OTHER: Final = Fault("invalid_request", "bad_oauth_callback", "OAuth callback is not whole")
FAULTS: Final[dict[Ended, Fault]] = {
    "unverified": Fault(
        "access_denied",
        "provider_email_needs_verification",
        "Unverified email: prove it at the provider, or sign up by mail",
    ),
    "banned": Fault("access_denied", "user_banned", "User is banned"),
    "taken": Fault("invalid_request", "identity_already_exists", "Identity is already linked"),
    "too_many": Fault("invalid_request", "conflict", "Too many identities: remove one first"),
    "refused": Fault("invalid_request", "bad_oauth_state", "OAuth state is invalid or expired"),
}


def leads_to(settings: Settings, redirect_to: str | None, challenge: bytes | None) -> str:
    """Return where the browser ends. Raises ProofKeyNeededError if that needs a challenge."""
    found = allowed(redirect_to, settings) or f"{settings.public_url}/"
    if challenge is None and not is_own(found, settings):
        raise ProofKeyNeededError
    return found


@routes.route(
    "GET",
    "/authorize",
    answers=None,
    status=302,
    problems=(ProviderOffError, ProofKeyNeededError, RequestError, WaitError),
)
async def authorize(
    services: Services,
    challenge: QueryChallenge,
    peer: FromPeer,
    browser: FlowBrowser,
    provider: Annotated[str, Query(max_length=40)] = "",
    redirect_to: Annotated[str | None, Query(max_length=2000)] = None,
) -> Response:
    """Lead the browser to Google or GitHub, to sign in there.

    ``scopes`` and further parameters are left out of account. Without a challenge a page of this
    installation gets a cookie; other addresses have to begin with one.
    """
    url = await beginning.begin(
        services.accounts,
        name_of(provider),
        browser=browser,
        challenge=challenge,
        redirect_to=leads_to(services.settings, redirect_to, challenge),
        peer=peer,
    )
    response = Response(status_code=302, headers={"Location": url, "Cache-Control": "no-store"})
    remember_browser(response, browser)
    return response


@routes.route("GET", "/callback", answers=Html, problems=(ProviderRefusedError,))
async def come_back(
    services: Services,
    peer: FromPeer,
    device: Device,
    browser: FlowBrowser,
    state: Annotated[str, Query(max_length=200)] = "",
    code: Annotated[str, Query(max_length=2000)] = "",
    error: Annotated[str | None, Query(max_length=2000)] = None,
    iss: Annotated[str | None, Query(max_length=500)] = None,
) -> Response:
    """End a sign-in by a provider, in the browser that began it.

    A program's page gets a code, one of this installation a cookie; or either gets an error.
    """
    found = await finishing.show_state(services.accounts, state, browser)
    if found is None or found[1].outcome != "shown":
        return page(
            "Begin to sign in again",
            "This sign-in was begun in another browser, is used up, or is more than ten minutes"
            " old.",
            status=400,
        )
    raw_state, shown = found
    if error is not None or not code:
        return refused(services, shown, DENIED if error == "access_denied" else OTHER)
    if not shown.is_coded:
        peer = msgspec.structs.replace(peer, device=proof_of(device))
    try:
        finishing.check_issuer(services.accounts, shown, iss)
        ending, own_code = await finishing.finish(
            services.accounts, raw_state, shown, code, browser=browser, peer=peer
        )
        if ending.outcome == "coded":
            return led(with_query(target(services, shown), code=own_code))
        if ending.outcome == "added":
            return led(target(services, shown))
        if ending.outcome != "signed_in":
            return refused(services, shown, FAULTS[ending.outcome])
        cookie = await with_cookie(services.accounts, ending.attempt())
    except ProviderRefusedError:
        return refused(services, shown, OTHER)
    except (
        ProviderFailedError,
        ProviderOffError,
        CredentialRefusedError,
        RefreshRefusedError,
    ):
        return refused(services, shown, FAILED)
    response = led(target(services, shown))
    set_cookies(response, cookie.secret, device)
    return response


def target(services: Services, shown: Shown) -> str:
    """Return where the browser ends, by the settings as they are now."""
    return allowed(shown.redirect_to, services.settings) or f"{services.settings.public_url}/"


def refused(services: Services, shown: Shown, fault: Fault) -> Response:
    """Lead back with an error, in our own words: the provider's are nobody's to show."""
    words = {"error": fault.error, "error_code": fault.code, "error_description": fault.words}
    url = with_query(target(services, shown), **words)
    return led(f"{url}#{urlencode(words | {'sb': ''})}")


def with_query(url: str, **values: str) -> str:
    """Add values to the query of an address, whose fragment goes."""
    parts = urlsplit(url)
    query = f"{parts.query}&" if parts.query else ""
    return urlunsplit(parts._replace(query=query + urlencode(values), fragment=""))
