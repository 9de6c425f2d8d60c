"""Profiles."""

from __future__ import annotations

from uuid import UUID

from sealedbid.core.models import Profile
from sealedbid.platform.postgres import Queries, Transaction

QUERIES = Queries("sealedbid.core", "profiles")


async def change(
    tx: Transaction, *, full_name: str, locale: str, onboarding_complete: bool
) -> Profile | None:
    """The profile of the person between organisations, with all of this set."""
    return await tx.one(
        QUERIES["change"],
        Profile,
        user_id=tx.user_id,
        full_name=full_name,
        locale=locale,
        onboarding_complete=onboarding_complete,
    )


async def get(tx: Transaction, user_id: UUID) -> Profile | None:
    """One's own profile between organisations, a colleague's inside one; else None."""
    return await tx.one(QUERIES["get"], Profile, user_id=user_id)
