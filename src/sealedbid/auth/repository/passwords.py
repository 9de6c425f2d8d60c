"""Passwords: a salt before, what was derived after."""

from __future__ import annotations

from typing import Literal

from sealedbid.auth.models import Attempt, Peer, Salt
from sealedbid.platform.passwords import DerivedPassword
from sealedbid.platform.postgres import Queries
from sealedbid.platform.postgres.calls import AccountCalls

QUERIES = Queries("sealedbid.auth", "passwords")


async def begin(calls: AccountCalls, email: str, peer: Peer) -> Salt:
    """Count a try; return the salt to derive with, or the seconds to wait."""
    return await calls.only(QUERIES["begin"], Salt, email=email, device=peer.device, ip=peer.ip)


async def finish(calls: AccountCalls, email: str, derived: bytes, peer: Peer) -> Attempt:
    """Sign in by what was derived."""
    return await calls.only(
        QUERIES["finish"],
        Attempt,
        email=email,
        derived=derived,
        device=peer.device,
        ip=peer.ip,
        user_agent=peer.user_agent,
    )


async def begin_own(calls: AccountCalls, proof: bytes, peer: Peer) -> Salt:
    """Count a try at one's own password; return the salt, or the seconds to wait."""
    return await calls.only(QUERIES["begin_own"], Salt, proof=proof, ip=peer.ip)


async def try_code(calls: AccountCalls, proof: bytes, code: str) -> bytes:
    """Try a code of reauthenticating; return the ticket of the try."""
    ticket: bytes = await calls.value(QUERIES["try_code"], proof=proof, code=code)
    return ticket


async def change(
    calls: AccountCalls,
    proof: bytes,
    new: DerivedPassword,
    *,
    derived: bytes | None,
    ticket: bytes | None,
) -> Literal["changed", "refused", "asked"]:
    """Set another password, by the present one or the ticket of a code that was mailed."""
    answer: Literal["changed", "refused", "asked"] = await calls.value(
        QUERIES["change"],
        proof=proof,
        derived=derived,
        ticket=ticket,
        salt=new.salt,
        password_proof=new.proof,
    )
    return answer
