"""A person's own account."""

from __future__ import annotations

from fastapi import Response

from sealedbid.api.answers import encode
from sealedbid.api.auth.bodies import UserChange
from sealedbid.api.auth.cookies import set_cookies
from sealedbid.api.auth.peers import FromPeer, RedirectTo
from sealedbid.api.auth.shapes import Nothing, User, user_of
from sealedbid.api.caller import Caller
from sealedbid.api.route import SignedIn
from sealedbid.api.services import Services
from sealedbid.auth import own
from sealedbid.auth.errors import (
    AddressRefusedError,
    MailWaitError,
    PasswordAskedAgainError,
    ReauthenticationRefusedError,
    WaitError,
    WeakPasswordError,
)
from sealedbid.auth.tokens import proof_of
from sealedbid.platform.postgres.errors import CredentialRefusedError

routes = SignedIn("auth")


@routes.route("GET", "/user", answers=User, problems=(CredentialRefusedError,))
async def get_user(services: Services, caller: Caller) -> User:
    """Read one's own account."""
    return user_of(await own.get(services.accounts, caller.proof))


@routes.route(
    "PUT",
    "/user",
    answers=User,
    problems=(
        CredentialRefusedError,
        AddressRefusedError,
        WeakPasswordError,
        PasswordAskedAgainError,
        ReauthenticationRefusedError,
        WaitError,
        MailWaitError,
    ),
)
async def update_user(
    services: Services,
    caller: Caller,
    body: UserChange,
    peer: FromPeer,
    redirect_to: RedirectTo,
) -> User | Response:
    """Change one's own account.

    A password needs the present one or a code; all other sessions end. An address counts when the
    present one and the new one have confirmed it.
    """
    accounts, proof, secret = services.accounts, caller.proof, None
    if body.password is not None:
        await own.change_password(
            accounts,
            proof,
            body.password,
            current=body.current_password,
            code=body.nonce,
            peer=peer,
        )
        if caller.by_cookie:
            secret = await own.renew_cookie(accounts, proof)
            proof = proof_of(secret)
    if body.data is not None:
        await own.change_metadata(accounts, proof, body.data)
    if body.email is not None:
        await own.change_email(accounts, proof, body.email, redirect_to=redirect_to, peer=peer)
    user = user_of(await own.get(accounts, proof))
    if secret is None:
        return user
    response = Response(encode(user), media_type="application/json")
    set_cookies(response, secret)
    return response


@routes.route("GET", "/reauthenticate", answers=Nothing, problems=(MailWaitError,))
async def reauthenticate(services: Services, caller: Caller, peer: FromPeer) -> Nothing:
    """Mail a code, which changes the password within ten minutes."""
    await own.reauthenticate(services.accounts, caller.proof, peer)
    return Nothing()
