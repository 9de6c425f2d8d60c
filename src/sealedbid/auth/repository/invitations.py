"""Invitations, as the holder of the link sees them before anybody is signed in."""

from __future__ import annotations

from sealedbid.auth.models import ShownInvitation
from sealedbid.platform.postgres import Queries
from sealedbid.platform.postgres.calls import AccountCalls
from sealedbid.platform.tokens import Token

QUERIES = Queries("sealedbid.auth", "invitations")


async def show(calls: AccountCalls, token: Token) -> ShownInvitation | None:
    """Return what the invitation is for; None if it is unknown, used, revoked or expired."""
    found = await calls.all(QUERIES["show"], ShownInvitation, proof=token.proof, org=token.org_id)
    return found[0] if found else None
