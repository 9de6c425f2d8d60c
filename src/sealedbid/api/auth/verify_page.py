"""The page that a mail's link opens. It uses nothing up: programs that read mails open links too.

Its button posts the secret from this page. Then the browser is signed in by a cookie, or led to an
address on the list with the tokens behind its ``#``, as clients of Supabase expect it.
"""

from __future__ import annotations

from html import escape
from string import Template
from typing import Annotated, Final
from urllib.parse import urlencode, urlsplit, urlunsplit

import msgspec
from fastapi import Query, Response

from sealedbid.api.answers import Html
from sealedbid.api.auth.cookies import Device, set_cookies
from sealedbid.api.auth.flows import FlowBrowser
from sealedbid.api.auth.pages import FORM_FAULTS, Form, led, page
from sealedbid.api.auth.peers import FromPeer, allowed
from sealedbid.api.auth.shapes import session_of
from sealedbid.api.auth.verify import KINDS, SAID
from sealedbid.api.route import OpenToAll
from sealedbid.api.services import Services
from sealedbid.auth import flows, signing_in
from sealedbid.auth.accounts import with_cookie, with_tokens
from sealedbid.auth.errors import RefreshRefusedError, TokenRefusedError
from sealedbid.auth.models import Confirmed
from sealedbid.auth.tokens import proof_of
from sealedbid.platform.config import Settings
from sealedbid.platform.errors import NotFoundError

routes = OpenToAll("auth")
BUTTONS: Final = {
    "signup": ("Confirm your address", "Confirm that this address is yours.", "Confirm"),
    "magiclink": ("Sign in", "Sign in on this device.", "Sign in"),
    "recovery": ("Choose a new password", "Sign in once, to choose a new password.", "Go on"),
    "email_change": ("Change of address", "Confirm that the address changes.", "Confirm"),
}
FORM: Final = Template(
    '<form method="post" action="/auth/v1/verify/page">'
    '<input type="hidden" name="token" value="$token">'
    '<input type="hidden" name="type" value="$type">'
    '<input type="hidden" name="redirect_to" value="$redirect_to">'
    '<button type="submit">$button</button></form>'
)


@routes.route("GET", "/verify", answers=Html, problems=(NotFoundError,))
async def show_verify_page(
    services: Services,
    token: Annotated[str, Query(max_length=200)],
    type: Annotated[str, Query(max_length=40)],
    redirect_to: Annotated[str, Query(max_length=2000)] = "",
) -> Response:
    """Show what the link of a mail does, and a button that does it."""
    if type not in BUTTONS:
        return page("This link is not known", "Open it from the mail again.", status=404)
    title, words, button = BUTTONS[type]
    form = FORM.substitute(
        token=escape(token), type=type, redirect_to=escape(redirect_to), button=button
    )
    return page(title, words, form=form, leads_to=allowed(redirect_to, services.settings))


@routes.route(
    "POST",
    "/verify/page",
    answers=Html,
    problems=(*FORM_FAULTS, RefreshRefusedError, TokenRefusedError),
)
async def use_link(
    services: Services,
    form: Form,
    peer: FromPeer,
    device: Device,
    browser: FlowBrowser,
) -> Response:
    """Use the link up, and sign the browser in, or lead it to the program that asked."""
    accounts, kinds = services.accounts, KINDS.get(form.get("type", ""), ())
    try:
        if (
            of_flow := await flows.confirm(accounts, form.get("token", ""), kinds, browser)
        ) is not None:
            return _confirmed(*of_flow, services.settings)
        attempt = await signing_in.verify_link(
            accounts,
            form.get("token", ""),
            kinds,
            msgspec.structs.replace(peer, device=proof_of(device)),
        )
    except TokenRefusedError:
        return page(
            "This link is used up",
            "Each link works once, and not for long. Sign in, or request another mail.",
            status=403,
        )
    if attempt.outcome != "signed_in":
        return page("Confirmed", SAID[attempt.outcome] + ".")
    leads_to = allowed(form.get("redirect_to"), services.settings)
    if leads_to is not None and leads_to in services.settings.auth_redirects:
        session = session_of(await with_tokens(accounts, attempt))
        values = {
            "access_token": session.access_token,
            "refresh_token": session.refresh_token,
            "expires_in": session.expires_in,
            "expires_at": session.expires_at,
            "token_type": session.token_type,
            "type": form["type"],
        }
        return led(f"{leads_to.partition('#')[0]}#{urlencode(values)}")
    cookie = await with_cookie(accounts, attempt)
    if leads_to is None:
        response = page("You are signed in", "You can close this page.")
    else:
        response = led(leads_to)
    set_cookies(response, cookie.secret, device)
    return response


def _confirmed(confirmed: Confirmed, code: str, settings: Settings) -> Response:
    """Hand the code to the program that began, or say that the address is proven."""
    if confirmed.outcome != "coded":
        return page(
            "Your address is confirmed",
            "This is not the browser in which you began: go back there and sign in.",
        )
    leads_to = allowed(confirmed.redirect_to, settings) or f"{settings.public_url.rstrip('/')}/"
    parts = urlsplit(leads_to)
    query = f"{parts.query}&" if parts.query else ""
    return led(urlunsplit(parts._replace(query=query + urlencode({"code": code}))))
