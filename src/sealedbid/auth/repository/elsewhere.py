"""People whom another auth server vouches for, and their tokens."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sealedbid.platform.postgres import Queries
from sealedbid.platform.postgres.calls import AccountCalls

QUERIES = Queries("sealedbid.auth", "elsewhere")


async def keeps_accounts(calls: AccountCalls) -> bool:
    """Return True if the database signs people in itself."""
    return bool(await calls.value(QUERIES["keeps_accounts"]))


async def ensure_profile(
    calls: AccountCalls, user: UUID, email: str, full_name: str, confirmed_at: datetime | None
) -> None:
    """Make or change the profile of a person."""
    await calls.value(
        QUERIES["ensure_profile"],
        user=user,
        email=email,
        full_name=full_name,
        confirmed_at=confirmed_at,
    )


async def start_session(
    calls: AccountCalls, proof: bytes, user: UUID, session: UUID, expires_at: datetime, level: int
) -> None:
    """Register a token that was verified. Raises CredentialRefusedError."""
    await calls.value(
        QUERIES["start_session"],
        proof=proof,
        user=user,
        session=session,
        expires_at=expires_at,
        level=level,
    )
