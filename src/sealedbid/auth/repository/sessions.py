"""Sessions: refreshing, registering proofs, listing and ending."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sealedbid.auth.models import Attempt, OwnSession, Scope
from sealedbid.auth.tokens import RefreshToken
from sealedbid.platform.postgres import Queries
from sealedbid.platform.postgres.calls import AccountCalls

QUERIES = Queries("sealedbid.auth", "sessions")


async def refresh(calls: AccountCalls, token: RefreshToken) -> Attempt:
    """Exchange a refresh token."""
    return await calls.only(
        QUERIES["refresh"], Attempt, session=token.session, counter=token.counter, mac=token.mac
    )


async def register(
    calls: AccountCalls, token: RefreshToken, proof: bytes, *, is_cookie: bool
) -> datetime:
    """Register a proof for the token's session; return when it expires.

    Raises CredentialRefusedError.
    """
    expires_at: datetime = await calls.value(
        QUERIES["register"],
        session=token.session,
        counter=token.counter,
        mac=token.mac,
        proof=proof,
        is_cookie=is_cookie,
    )
    return expires_at


async def own(calls: AccountCalls, proof: bytes) -> list[OwnSession]:
    """Return the person's own sessions. Raises CredentialRefusedError."""
    return await calls.all(QUERIES["own"], OwnSession, proof=proof)


async def end_own(calls: AccountCalls, proof: bytes, session: UUID) -> bool:
    """End one of the person's own sessions; False if they have none with this id."""
    return bool(await calls.value(QUERIES["end_own"], proof=proof, session=session))


async def sign_out(calls: AccountCalls, proof: bytes, scope: Scope) -> None:
    """Sign out. Raises CredentialRefusedError."""
    await calls.value(QUERIES["sign_out"], proof=proof, scope=scope)


async def prolong(calls: AccountCalls, proof: bytes) -> datetime | None:
    """Let a browser's session last; return when it expires, None for an access token."""
    expires_at: datetime | None = await calls.value(QUERIES["prolong"], proof=proof)
    return expires_at


async def renew(calls: AccountCalls, proof: bytes, new: bytes) -> datetime:
    """Put a new proof in the place of one; return when it expires."""
    expires_at: datetime = await calls.value(QUERIES["renew"], proof=proof, new=new)
    return expires_at
