"""Profiles."""

from __future__ import annotations

from typing import TypedDict, Unpack
from uuid import UUID

from sealedbid.core.models import Profile
from sealedbid.platform.postgres import Queries, Transaction

QUERIES = Queries("sealedbid.core", "profiles")


class ProfileFields(TypedDict, total=False):
    """Fields of a profile that the person edits; those that are left out stay."""

    full_name: str
    locale: str
    onboarding_complete: bool


async def change(
    tx: Transaction, *, lock_version: int | None = None, **fields: Unpack[ProfileFields]
) -> Profile | None:
    """Set the fields that are given, of the person between organizations; return their profile.

    None if they have none, or if it has changed since ``lock_version`` was read.
    """
    return await tx.one(
        QUERIES["change"],
        Profile,
        user_id=tx.user_id,
        lock_version=lock_version,
        given=list(fields),
        **dict.fromkeys(ProfileFields.__annotations__) | dict(fields),
    )


async def get(tx: Transaction, user_id: UUID) -> Profile | None:
    """Return a profile: between organizations the person's own, inside one a member's.

    None for everybody else.
    """
    return await tx.one(QUERIES["get"], Profile, user_id=user_id)
