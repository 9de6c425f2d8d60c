"""Tokens: by password, by a refresh token, and by the code of a flow."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from fastapi import Query, Response

from sealedbid.api.auth.bodies import Credentials
from sealedbid.api.auth.cookies import Device, WantsCookie, browser_answer
from sealedbid.api.auth.peers import FromPeer
from sealedbid.api.auth.shapes import BrowserSession, Session, session_of
from sealedbid.api.route import OpenToAll
from sealedbid.api.services import Services
from sealedbid.auth import flows, signing_in
from sealedbid.auth.accounts import with_cookie, with_tokens
from sealedbid.auth.errors import (
    AddressRefusedError,
    FlowRefusedError,
    RefreshRefusedError,
    RefreshReusedError,
    TooBusyError,
    WaitError,
    WrongCredentialsError,
)
from sealedbid.auth.tokens import proof_of

routes = OpenToAll("auth")


@routes.route(
    "POST",
    "/token",
    answers=Session | BrowserSession,
    problems=(
        AddressRefusedError,
        WrongCredentialsError,
        FlowRefusedError,
        RefreshRefusedError,
        RefreshReusedError,
        WaitError,
        TooBusyError,
    ),
)
async def create_token(
    services: Services,
    body: Credentials,
    grant_type: Annotated[Literal["password", "refresh_token", "pkce"], Query()],
    peer: FromPeer,
    wants_cookie: WantsCookie,
    device: Device,
) -> Session | Response:
    """Sign in by password, or exchange a refresh token or the code of a flow.

    With ``session=cookie`` a page of this installation gets a cookie in place of tokens.
    """
    accounts = services.accounts
    if grant_type == "refresh_token":
        attempt = await signing_in.refresh(accounts, body.refresh_token or "")
        return session_of(await with_tokens(accounts, attempt))
    if wants_cookie:
        peer = msgspec.structs.replace(peer, device=proof_of(device))
    if grant_type == "pkce":
        code, verifier = body.auth_code or "", body.code_verifier or ""
        attempt = await flows.exchange(accounts, code, verifier, peer)
    elif body.email is None or body.password is None:
        raise WrongCredentialsError
    else:
        attempt = await signing_in.sign_in(accounts, body.email, body.password, peer)
    if wants_cookie:
        return browser_answer(await with_cookie(accounts, attempt), device)
    return session_of(await with_tokens(accounts, attempt))
