"""A person's own account, by the proof of their session."""

from __future__ import annotations

from typing import Any

from sealedbid.auth.models import Account, Peer
from sealedbid.platform.postgres import Jsonb, Queries
from sealedbid.platform.postgres.calls import AccountCalls

QUERIES = Queries("sealedbid.auth", "account")


async def get(calls: AccountCalls, proof: bytes) -> Account:
    """Return the account. Raises CredentialRefusedError."""
    return await calls.only(QUERIES["get"], Account, proof=proof)


async def change_metadata(calls: AccountCalls, proof: bytes, changes: dict[str, Any]) -> None:
    """Change what the person says of themselves, key by key."""
    await calls.value(QUERIES["change_metadata"], proof=proof, changes=Jsonb(changes))


async def reauthenticate(calls: AccountCalls, proof: bytes, peer: Peer) -> int:
    """Mail a code to the person; return 0, or the seconds to wait."""
    wait: int = await calls.value(QUERIES["reauthenticate"], proof=proof, ip=peer.ip)
    return wait


async def change_email(
    calls: AccountCalls, proof: bytes, email: str, *, params: dict[str, str], peer: Peer
) -> int:
    """Mail both addresses, which have to confirm; return 0, or the seconds to wait."""
    wait: int = await calls.value(
        QUERIES["change_email"], proof=proof, email=email, params=Jsonb(params), ip=peer.ip
    )
    return wait
