"""Showing a link or a code of a mail: only POST uses it up, for mail programs follow links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import msgspec
from fastapi import Response

from sealedbid.api.answers import encode
from sealedbid.api.auth.bodies import Verification
from sealedbid.api.auth.cookies import Device, WantsCookie, browser_answer
from sealedbid.api.auth.peers import FromPeer
from sealedbid.api.auth.shapes import BrowserSession, Said, Session, session_of
from sealedbid.api.route import OpenToAll
from sealedbid.api.services import Services
from sealedbid.auth import signing_in
from sealedbid.auth.accounts import with_cookie, with_tokens
from sealedbid.auth.errors import (
    AddressRefusedError,
    RefreshRefusedError,
    TokenRefusedError,
    WaitError,
)
from sealedbid.auth.models import Kind, Outcome
from sealedbid.auth.tokens import proof_of

routes = OpenToAll("auth")
KINDS: Final[Mapping[str, Sequence[Kind]]] = {
    "signup": ("signup",),
    "magiclink": ("magic",),
    "recovery": ("recovery",),
    "email_change": ("email_old", "email_new"),
    "email": ("signup", "magic"),
    "invite": (),
}
"""Our kinds of mails by the types of Supabase's clients."""
SAID: Final[Mapping[Outcome, str]] = {
    "half_confirmed": "Confirmation link accepted. Please proceed to confirm link sent to the other"
    " email",
    "email_changed": "Email address changed",
}


@routes.route(
    "POST",
    "/verify",
    answers=Session | BrowserSession | Said,
    problems=(AddressRefusedError, RefreshRefusedError, TokenRefusedError, WaitError),
)
async def verify(
    services: Services,
    body: Verification,
    peer: FromPeer,
    wants_cookie: WantsCookie,
    device: Device,
) -> Session | Response:
    """Use a code or the secret of a link up: it signs in, or confirms a change of address."""
    accounts, kinds = services.accounts, KINDS[body.type]
    if wants_cookie:
        peer = msgspec.structs.replace(peer, device=proof_of(device))
    if body.token_hash is not None:
        attempt = await signing_in.verify_link(accounts, body.token_hash, kinds, peer)
    elif body.email is not None and body.token is not None:
        attempt = await signing_in.verify_code(accounts, body.email, body.token, kinds, peer)
    else:
        raise TokenRefusedError
    if attempt.outcome != "signed_in":
        return Response(encode(Said(msg=SAID[attempt.outcome])), media_type="application/json")
    if wants_cookie:
        return browser_answer(await with_cookie(accounts, attempt), device)
    return session_of(await with_tokens(accounts, attempt))
