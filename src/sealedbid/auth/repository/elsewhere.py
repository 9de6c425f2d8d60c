"""People whom another auth server vouches for, and their tokens."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sealedbid.auth.elsewhere.people import Person
from sealedbid.platform.postgres import Queries
from sealedbid.platform.postgres.calls import AccountCalls

QUERIES = Queries("sealedbid.auth", "elsewhere")


async def keeps_accounts(calls: AccountCalls) -> bool:
    """Return True if the database signs people in itself."""
    return bool(await calls.value(QUERIES["keeps_accounts"]))


async def is_word_taken(calls: AccountCalls, nonce: bytes, mac: bytes) -> bool:
    """Return True if the database has the key by which the MAC was made."""
    return bool(await calls.value(QUERIES["is_word_taken"], nonce=nonce, mac=mac))


async def ensure_profile(calls: AccountCalls, person: Person, at: datetime, mac: bytes) -> None:
    """Make or change the profile of a person, as the project described them at this moment.

    Raises CredentialRefusedError where the MAC is not by the key, or the moment too long ago.
    """
    await calls.value(
        QUERIES["ensure_profile"],
        user=person.id,
        email=person.address,
        full_name=person.full_name,
        confirmed_at=person.confirmed_at,
        at=at,
        mac=mac,
    )


async def start_session(
    calls: AccountCalls,
    proof: bytes,
    user: UUID,
    session: UUID,
    expires_at: datetime,
    level: int,
    mac: bytes,
) -> None:
    """Register a token that was verified. Raises CredentialRefusedError."""
    await calls.value(
        QUERIES["start_session"],
        proof=proof,
        user=user,
        session=session,
        expires_at=expires_at,
        level=level,
        mac=mac,
    )
