"""A person's own identities: the ways in which they sign in."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import Query, Request, Response

from sealedbid.api.answers import encode
from sealedbid.api.auth.flows import FlowBrowser, QueryChallenge, remember_browser
from sealedbid.api.auth.oauth import leads_to
from sealedbid.api.auth.peers import FromPeer
from sealedbid.api.auth.shapes import Identity, Nothing, user_of
from sealedbid.api.caller import Caller, refuse_other_sites
from sealedbid.api.faults import CrossSiteError, RequestError
from sealedbid.api.inputs import PathId
from sealedbid.api.route import SignedIn
from sealedbid.api.services import Services
from sealedbid.auth import own
from sealedbid.auth.errors import (
    IdentityNotFoundError,
    LastIdentityError,
    ProofKeyNeededError,
    ProviderOffError,
    WaitError,
)
from sealedbid.auth.oauth import beginning
from sealedbid.auth.oauth.providers import name_of
from sealedbid.platform.postgres.errors import CredentialRefusedError

routes = SignedIn("auth")


class Identities(msgspec.Struct, frozen=True, kw_only=True):
    """Every way in which a person signs in."""

    identities: list[Identity]


class Led(msgspec.Struct, frozen=True, kw_only=True):
    """The address that the browser goes to next."""

    url: str


@routes.route("GET", "/user/identities", answers=Identities, problems=(CredentialRefusedError,))
async def list_identities(services: Services, caller: Caller) -> Identities:
    """List one's own identities."""
    account = await own.get(services.accounts, caller.proof)
    return Identities(identities=user_of(account).identities)


@routes.route(
    "GET",
    "/user/identities/authorize",
    answers=Led,
    problems=(
        CredentialRefusedError,
        CrossSiteError,
        ProviderOffError,
        ProofKeyNeededError,
        RequestError,
        WaitError,
    ),
)
async def link_identity(
    services: Services,
    request: Request,
    caller: Caller,
    challenge: QueryChallenge,
    peer: FromPeer,
    browser: FlowBrowser,
    provider: Annotated[str, Query(max_length=40)] = "",
    redirect_to: Annotated[str | None, Query(max_length=2000)] = None,
    skip_http_redirect: bool = False,
) -> Led | Response:
    """Lead the browser to a provider, to add an account there to one's own.

    Only the browser that asked, which gets a cookie by it, can come back. With a cookie's session
    it has to begin on a page of this installation.
    """
    if caller.by_cookie:
        refuse_other_sites(request)
    url = await beginning.begin(
        services.accounts,
        name_of(provider),
        browser=browser,
        challenge=challenge,
        redirect_to=leads_to(services.settings, redirect_to, challenge),
        peer=peer,
        proof=caller.proof,
    )
    if skip_http_redirect:
        response = Response(encode(Led(url=url)), media_type="application/json")
    else:
        response = Response(status_code=302, headers={"Location": url})
    response.headers["Cache-Control"] = "no-store"
    remember_browser(response, browser)
    return response


@routes.route(
    "DELETE",
    "/user/identities/{id}",
    answers=Nothing,
    problems=(CredentialRefusedError, IdentityNotFoundError, LastIdentityError),
)
async def unlink_identity(services: Services, caller: Caller, id: PathId) -> Nothing:
    """Remove an account at a provider from one's own; never the last way in."""
    await own.remove_identity(services.accounts, caller.proof, id)
    return Nothing()
