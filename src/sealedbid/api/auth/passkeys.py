"""Passkeys: sign in by one, add, list, rename and remove them."""

from __future__ import annotations

import msgspec
from fastapi import Response

from sealedbid.api.auth.cookies import Device, WantsCookie, browser_answer
from sealedbid.api.auth.passkey_shapes import (
    BegunAuthentication,
    BegunRegistration,
    NewPasskeyBody,
    PasskeyAdded,
    PasskeyChange,
    PasskeySignIn,
    authentication_of,
    registration_of,
)
from sealedbid.api.auth.peers import FromPeer
from sealedbid.api.auth.shapes import BrowserSession, Session, session_of
from sealedbid.api.caller import Caller
from sealedbid.api.inputs import PathId
from sealedbid.api.route import OpenToAll, SignedIn
from sealedbid.api.services import Services
from sealedbid.auth import passkeys
from sealedbid.auth.accounts import with_cookie, with_tokens
from sealedbid.auth.errors import (
    ChallengeExpiredError,
    ChallengeNotFoundError,
    PasskeyNotFoundError,
    PasskeyRefusedError,
    PasskeysOffError,
    PasskeyTakenError,
    RefreshRefusedError,
    SecondStepNeededError,
    TooManyPasskeysError,
    WaitError,
)
from sealedbid.auth.models import OwnPasskey
from sealedbid.auth.tokens import proof_of
from sealedbid.platform.postgres.errors import CredentialRefusedError

begun = OpenToAll("auth")
routes = SignedIn("auth")
UNNAMED = "Passkey"


@begun.route(
    "POST",
    "/passkeys/authentication/options",
    answers=BegunAuthentication,
    problems=(PasskeysOffError, WaitError),
)
async def begin_passkey_sign_in(services: Services, peer: FromPeer) -> BegunAuthentication:
    """Begin to sign in by a passkey, for five minutes. Everybody gets the same options."""
    made = await passkeys.challenge(services.accounts, peer)
    return authentication_of(made, _rp_id(services))


@begun.route(
    "POST",
    "/passkeys/authentication/verify",
    answers=Session | BrowserSession,
    problems=(
        ChallengeNotFoundError,
        ChallengeExpiredError,
        PasskeyRefusedError,
        RefreshRefusedError,
        WaitError,
    ),
)
async def sign_in_by_passkey(
    services: Services,
    body: PasskeySignIn,
    peer: FromPeer,
    wants_cookie: WantsCookie,
    device: Device,
) -> Session | Response:
    """Sign in by what a device signed. No second step is asked for: the session has level 2.

    A challenge is used up by one try. With ``session=cookie`` a page of this installation gets a
    cookie in place of tokens.
    """
    if wants_cookie:
        peer = msgspec.structs.replace(peer, device=proof_of(device))
    attempt = await passkeys.sign_in(services.accounts, body.challenge_id, body.shown(), peer)
    if wants_cookie:
        return browser_answer(await with_cookie(services.accounts, attempt), device)
    return session_of(await with_tokens(services.accounts, attempt))


@routes.route(
    "POST",
    "/passkeys/registration/options",
    answers=BegunRegistration,
    problems=(
        CredentialRefusedError,
        PasskeysOffError,
        SecondStepNeededError,
        TooManyPasskeysError,
    ),
)
async def begin_passkey(services: Services, caller: Caller) -> BegunRegistration:
    """Begin a passkey, for five minutes."""
    made = await passkeys.begin(services.accounts, caller.proof)
    return registration_of(made, _rp_id(services))


@routes.route(
    "POST",
    "/passkeys/registration/verify",
    answers=PasskeyAdded,
    problems=(
        CredentialRefusedError,
        SecondStepNeededError,
        TooManyPasskeysError,
        ChallengeNotFoundError,
        ChallengeExpiredError,
        PasskeyRefusedError,
        PasskeyTakenError,
    ),
)
async def add_passkey(services: Services, caller: Caller, body: NewPasskeyBody) -> PasskeyAdded:
    """Add the passkey that answers a challenge of this session. The person gets a mail."""
    added = await passkeys.add(
        services.accounts,
        caller.proof,
        body.challenge_id,
        body.made(),
        body.friendly_name or UNNAMED,
    )
    assert added.friendly_name is not None  # it was added
    assert added.created_at is not None
    return PasskeyAdded(
        id=str(added.id), friendly_name=added.friendly_name, created_at=added.created_at
    )


@routes.route("GET", "/passkeys", answers=list[OwnPasskey], problems=(CredentialRefusedError,))
async def list_passkeys(services: Services, caller: Caller) -> list[OwnPasskey]:
    """List one's own passkeys, the oldest first."""
    return await passkeys.own(services.accounts, caller.proof)


@routes.route(
    "PATCH",
    "/passkeys/{id}",
    answers=OwnPasskey,
    problems=(CredentialRefusedError, PasskeyNotFoundError),
)
async def rename_passkey(
    services: Services, caller: Caller, id: PathId, body: PasskeyChange
) -> OwnPasskey:
    """Give a passkey another name."""
    return await passkeys.rename(services.accounts, caller.proof, id, body.friendly_name)


@routes.route(
    "DELETE",
    "/passkeys/{id}",
    answers=None,
    status=204,
    problems=(CredentialRefusedError, PasskeyNotFoundError, SecondStepNeededError),
)
async def remove_passkey(services: Services, caller: Caller, id: PathId) -> bool:
    """Remove a passkey: it signs in no more. The person gets a mail."""
    await passkeys.remove(services.accounts, caller.proof, id)
    return True


def _rp_id(services: Services) -> str:
    assert services.accounts.site is not None  # without it nothing begins
    return services.accounts.site.rp_id
