"""Passkeys, and signing in by one."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from sealedbid.auth.models import (
    AddedPasskey,
    Attempt,
    BegunPasskey,
    OwnPasskey,
    PasskeyChallenge,
    Peer,
    Site,
)
from sealedbid.auth.passkey_parts import Assertion, NewPasskey
from sealedbid.platform.postgres import Queries
from sealedbid.platform.postgres.calls import AccountCalls

QUERIES = Queries("sealedbid.auth", "passkeys")


async def begin(calls: AccountCalls, proof: bytes, site: Site) -> BegunPasskey:
    """Begin a passkey."""
    return await calls.only(
        QUERIES["begin"], BegunPasskey, proof=proof, origin=site.origin, rp_id=site.rp_id
    )


async def add(
    calls: AccountCalls, proof: bytes, challenge: UUID, made: NewPasskey, name: str
) -> AddedPasskey:
    """Add the passkey that answers a challenge."""
    return await calls.only(
        QUERIES["add"],
        AddedPasskey,
        proof=proof,
        challenge=challenge,
        credential=made.credential_id,
        algorithm=made.algorithm,
        key=made.key,
        exponent=made.exponent,
        data=made.data,
        client=made.client,
        transports=made.transports,
        name=name,
    )


async def challenge(calls: AccountCalls, site: Site, peer: Peer) -> PasskeyChallenge:
    """Begin to sign in."""
    return await calls.only(
        QUERIES["challenge"],
        PasskeyChallenge,
        origin=site.origin,
        rp_id=site.rp_id,
        ip=peer.ip,
    )


async def finish(calls: AccountCalls, challenge: UUID, shown: Assertion, peer: Peer) -> Attempt:
    """Sign in by what a device signed."""
    return await calls.only(
        QUERIES["finish"],
        Attempt,
        challenge=challenge,
        credential=shown.credential_id,
        handle=shown.handle,
        data=shown.data,
        client=shown.client,
        signature=shown.signature,
        device=peer.device,
        ip=peer.ip,
        user_agent=peer.user_agent,
    )


async def own(calls: AccountCalls, proof: bytes) -> list[OwnPasskey]:
    """List a person's passkeys."""
    return await calls.all(QUERIES["own"], OwnPasskey, proof=proof)


async def rename(calls: AccountCalls, proof: bytes, passkey: UUID, name: str) -> OwnPasskey | None:
    """Give a passkey another name; None if the person has none of this id."""
    found = await calls.all(QUERIES["rename"], OwnPasskey, proof=proof, passkey=passkey, name=name)
    return found[0] if found else None


async def remove(
    calls: AccountCalls, proof: bytes, passkey: UUID
) -> Literal["removed", "unknown", "second_step"]:
    """Remove a passkey."""
    answer: Literal["removed", "unknown", "second_step"] = await calls.value(
        QUERIES["remove"], proof=proof, passkey=passkey
    )
    return answer
