"""Signs the demo's people up and in."""

from __future__ import annotations

from datetime import timedelta

from sealedbid.demo.agency import Agency
from sealedbid.platform.installer import create_account, start_session

LIFE = timedelta(hours=12)


def sign_up(conninfo: str, agency: Agency) -> dict[str, bytes]:
    """Create the people's accounts as the installer; return their sessions' proofs by address."""
    proofs: dict[str, bytes] = {}
    for person in agency.people:
        user_id = create_account(conninfo, person.email, person.name)
        proofs[person.email] = start_session(conninfo, user_id, LIFE).proof
    return proofs
