"""Recovery codes of a person."""

from __future__ import annotations

from sealedbid.auth.models import Attempt, CodesLeft, NewCodes
from sealedbid.platform.postgres import Queries
from sealedbid.platform.postgres.calls import AccountCalls

QUERIES = Queries("sealedbid.auth", "recovery_codes")


async def renew(calls: AccountCalls, proof: bytes) -> NewCodes:
    """Make ten codes in the place of those before."""
    return await calls.only(QUERIES["renew"], NewCodes, proof=proof)


async def left(calls: AccountCalls, proof: bytes) -> CodesLeft:
    """Return how many are left."""
    return await calls.only(QUERIES["left"], CodesLeft, proof=proof)


async def use(calls: AccountCalls, proof: bytes, code: bytes) -> Attempt:
    """End the second step with a code of 10 bytes."""
    return await calls.only(QUERIES["use"], Attempt, proof=proof, code=code)
