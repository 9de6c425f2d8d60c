"""Second factors, and the step of showing one."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from sealedbid.auth.models import Attempt, BegunFactor, BegunStep, OldestPad, Tried
from sealedbid.platform.postgres import Queries
from sealedbid.platform.postgres.calls import AccountCalls

QUERIES = Queries("sealedbid.auth", "factors")


async def enroll(
    calls: AccountCalls, proof: bytes, factor: UUID, name: str, pad: bytes
) -> BegunFactor:
    """Begin an authenticator app."""
    return await calls.only(
        QUERIES["enroll"], BegunFactor, proof=proof, factor=factor, name=name, pad=pad
    )


async def challenge(calls: AccountCalls, proof: bytes, factor: UUID) -> BegunStep:
    """Begin the second step."""
    return await calls.only(QUERIES["challenge"], BegunStep, proof=proof, factor=factor)


async def attempt(
    calls: AccountCalls, proof: bytes, factor: UUID, challenge: UUID, code: str, pad: bytes
) -> Tried:
    """Try a code; nothing tells here whether it is right."""
    return await calls.only(
        QUERIES["attempt"],
        Tried,
        proof=proof,
        factor=factor,
        challenge=challenge,
        code=code,
        pad=pad,
    )


async def finish(calls: AccountCalls, proof: bytes, challenge: UUID, ticket: bytes) -> Attempt:
    """End the second step with the ticket of a try."""
    return await calls.only(
        QUERIES["finish"], Attempt, proof=proof, challenge=challenge, ticket=ticket
    )


async def remove(
    calls: AccountCalls, proof: bytes, factor: UUID
) -> Literal["removed", "unknown", "second_step"]:
    """Remove a factor."""
    answer: Literal["removed", "unknown", "second_step"] = await calls.value(
        QUERIES["remove"], proof=proof, factor=factor
    )
    return answer


async def oldest_pad(calls: AccountCalls) -> OldestPad:
    """Return the oldest factor that is asked for, and the sha256 of its pad."""
    return await calls.only(QUERIES["oldest_pad"], OldestPad)
