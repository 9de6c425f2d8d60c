"""Flows: links that give a code, and codes that are exchanged."""

from __future__ import annotations

from collections.abc import Sequence

from sealedbid.auth.models import Attempt, Confirmed, Kind, Peer
from sealedbid.platform.postgres import Queries
from sealedbid.platform.postgres.calls import AccountCalls

QUERIES = Queries("sealedbid.auth", "flows")


async def verify(
    calls: AccountCalls, secret: bytes, kinds: Sequence[Kind], browser: bytes, code_hash: bytes
) -> Confirmed:
    """Use the secret of a link up, if its mail belongs to a flow."""
    return await calls.only(
        QUERIES["verify"],
        Confirmed,
        secret=secret,
        kinds=list(kinds),
        browser=browser,
        code_hash=code_hash,
    )


async def exchange(calls: AccountCalls, code: bytes, verifier: bytes, peer: Peer) -> Attempt:
    """Sign in by a code and its verifier."""
    return await calls.only(
        QUERIES["exchange"],
        Attempt,
        code=code,
        verifier=verifier,
        device=peer.device,
        ip=peer.ip,
        user_agent=peer.user_agent,
    )
