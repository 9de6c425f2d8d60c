"""Recovery codes, for the day on which the device is gone."""

from __future__ import annotations

from fastapi import Response

from sealedbid.api.auth.bodies import RecoveryCode
from sealedbid.api.auth.cookies import Device
from sealedbid.api.auth.factors import second_step_answer
from sealedbid.api.auth.shapes import RecoveryCodes, Session
from sealedbid.api.caller import Caller
from sealedbid.api.route import SignedIn
from sealedbid.api.services import Services
from sealedbid.auth import recovery_codes
from sealedbid.auth.errors import SecondStepNeededError, SecondStepRefusedError, WaitError
from sealedbid.auth.models import CodesLeft
from sealedbid.platform.postgres.errors import CredentialRefusedError

routes = SignedIn("auth")


@routes.route(
    "POST",
    "/recovery-codes",
    answers=RecoveryCodes,
    problems=(CredentialRefusedError, SecondStepNeededError),
)
async def create_recovery_codes(services: Services, caller: Caller) -> RecoveryCodes:
    """Make ten codes, told once; those before are void."""
    return RecoveryCodes(codes=await recovery_codes.renew(services.accounts, caller.proof))


@routes.route("GET", "/recovery-codes", answers=CodesLeft, problems=(CredentialRefusedError,))
async def get_recovery_codes(services: Services, caller: Caller) -> CodesLeft:
    """Say how many codes are left."""
    return await recovery_codes.left(services.accounts, caller.proof)


@routes.route(
    "POST",
    "/recovery-codes/verify",
    answers=Session,
    problems=(CredentialRefusedError, SecondStepRefusedError, WaitError),
)
async def verify_recovery_code(
    services: Services, caller: Caller, body: RecoveryCode, device: Device
) -> Session | Response:
    """End the second step with a recovery code, once each, in the place of a factor."""
    attempt = await recovery_codes.verify(services.accounts, caller.proof, body.code)
    return await second_step_answer(services, caller, attempt, device)
