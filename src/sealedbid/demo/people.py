"""Signs the demo's people up and in."""

from __future__ import annotations

from datetime import timedelta

from sealedbid.demo.agency import Agency
from sealedbid.platform.postgres.sign_in import sign_in

LIFE = timedelta(hours=12)


async def sign_up(conninfo: str, agency: Agency) -> dict[str, bytes]:
    """Create everybody's account as sb_auth; returns the proofs of their sessions, by address."""
    proofs: dict[str, bytes] = {}
    async with sign_in(conninfo) as auth:
        for person in agency.people:
            user_id = await auth.create_user(person.email, person.name)
            await auth.confirm(user_id, person.email)
            proofs[person.email] = (await auth.start_session(user_id, LIFE)).proof
    return proofs
