"""Profiles."""

from __future__ import annotations

from uuid import UUID

from sealedbid.core.models import Profile
from sealedbid.platform.postgres import Queries, Transaction

QUERIES = Queries("sealedbid.core", "profiles")


async def change(
    tx: Transaction, *, full_name: str, locale: str, onboarding_complete: bool
) -> Profile | None:
    """Set these fields of the person between organizations; return their profile.

    None if they have none.
    """
    return await tx.one(
        QUERIES["change"],
        Profile,
        user_id=tx.user_id,
        full_name=full_name,
        locale=locale,
        onboarding_complete=onboarding_complete,
    )


async def get(tx: Transaction, user_id: UUID) -> Profile | None:
    """Return a profile: between organizations the person's own, inside one a member's.

    None for everybody else.
    """
    return await tx.one(QUERIES["get"], Profile, user_id=user_id)
