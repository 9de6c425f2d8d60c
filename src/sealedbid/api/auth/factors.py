"""Second factors: add an authenticator app, show it, and remove it."""

from __future__ import annotations

from fastapi import Response

from sealedbid.api.auth.bodies import FactorCode, NewFactorBody
from sealedbid.api.auth.cookies import Device, browser_answer
from sealedbid.api.auth.qr_codes import svg_of
from sealedbid.api.auth.shapes import (
    BegunChallenge,
    EnrolledFactor,
    RemovedFactor,
    Session,
    Totp,
    session_of,
)
from sealedbid.api.caller import Caller
from sealedbid.api.inputs import PathId
from sealedbid.api.route import SignedIn
from sealedbid.api.services import Services
from sealedbid.auth import factors
from sealedbid.auth.accounts import with_cookie, with_tokens
from sealedbid.auth.errors import (
    FactorNameTakenError,
    FactorNotFoundError,
    SecondStepNeededError,
    SecondStepRefusedError,
    TooManyFactorsError,
    WaitError,
)
from sealedbid.auth.models import Attempt
from sealedbid.platform.postgres.errors import CredentialRefusedError

routes = SignedIn("auth")


@routes.route(
    "POST",
    "/factors",
    answers=EnrolledFactor,
    problems=(
        CredentialRefusedError,
        SecondStepNeededError,
        FactorNameTakenError,
        TooManyFactorsError,
    ),
)
async def enroll_factor(services: Services, caller: Caller, body: NewFactorBody) -> EnrolledFactor:
    """Begin an authenticator app: its secret is told once, and asked for from its first code on."""
    made = await factors.enroll(
        services.accounts, caller.proof, name=body.friendly_name or "", issuer=body.issuer
    )
    return EnrolledFactor(
        id=str(made.id),
        friendly_name=made.name,
        totp=Totp(qr_code=svg_of(made.uri), secret=made.secret, uri=made.uri),
    )


@routes.route(
    "POST",
    "/factors/{id}/challenge",
    answers=BegunChallenge,
    problems=(CredentialRefusedError, FactorNotFoundError),
)
async def challenge_factor(services: Services, caller: Caller, id: PathId) -> BegunChallenge:
    """Begin the second step of signing in, for five minutes."""
    begun = await factors.challenge(services.accounts, caller.proof, id)
    return BegunChallenge(id=str(begun.id), expires_at=int(begun.expires_at.timestamp()))


@routes.route(
    "POST",
    "/factors/{id}/verify",
    answers=Session,
    problems=(CredentialRefusedError, SecondStepRefusedError, WaitError),
)
async def verify_factor(
    services: Services, caller: Caller, id: PathId, body: FactorCode, device: Device
) -> Session | Response:
    """End the second step with a code: new tokens, or a browser's new cookie.

    What the session had before is void. A code passes once.
    """
    attempt = await factors.verify(
        services.accounts, caller.proof, id, body.challenge_id, body.code
    )
    return await second_step_answer(services, caller, attempt, device)


@routes.route(
    "DELETE",
    "/factors/{id}",
    answers=RemovedFactor,
    problems=(CredentialRefusedError, FactorNotFoundError, SecondStepNeededError),
)
async def remove_factor(services: Services, caller: Caller, id: PathId) -> RemovedFactor:
    """Remove a factor. With the last one there is no second step, and the recovery codes go."""
    await factors.remove(services.accounts, caller.proof, id)
    return RemovedFactor(id=str(id))


async def second_step_answer(
    services: Services, caller: Caller, attempt: Attempt, device: str
) -> Session | Response:
    """Answer as the session was asked for: a cookie to a browser, tokens to a program."""
    if caller.by_cookie:
        return browser_answer(await with_cookie(services.accounts, attempt), device)
    return session_of(await with_tokens(services.accounts, attempt))
