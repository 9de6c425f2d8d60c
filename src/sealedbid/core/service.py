"""Rules of the core domain: secrets are made here, shown once, and kept only as their proof."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

from sealedbid.core.models import ApiKey, Role
from sealedbid.core.repository import api_keys, invitations
from sealedbid.platform.errors import NotAllowedError
from sealedbid.platform.postgres import Rank, Transaction
from sealedbid.platform.tokens import Token

KEY_LIFE = timedelta(days=365)
INVITATION_LIFE = timedelta(days=7)


async def create_api_key(
    tx: Transaction,
    *,
    name: str,
    rank: Rank = Rank.MEMBER,
    scopes: list[str] | None = None,
    life: timedelta = KEY_LIFE,
) -> tuple[ApiKey, Token]:
    """A key for programs, and its token, which is shown this once.

    It ranks no higher than who makes it, and ends when they leave.
    """
    token = Token.new("key", _open_org(tx))
    key = await api_keys.add(
        tx,
        name=name,
        prefix=token.visible,
        scopes=scopes or [],
        rank=rank,
        proof=token.proof,
        expires_at=datetime.now(UTC) + life,
    )
    return key, token


async def invite(
    tx: Transaction, *, email: str, role: Role, life: timedelta = INVITATION_LIFE
) -> tuple[UUID, Token]:
    """Ask somebody in; the invitation's id, and the token for the mail to that address.

    An open invitation to the same address is replaced.
    """
    token = Token.new("invitation", _open_org(tx))
    id = await invitations.add(
        tx, email=email, role=role, proof=token.proof, expires_at=datetime.now(UTC) + life
    )
    return id, token


def _open_org(tx: Transaction) -> UUID:
    if tx.org_id is None:
        raise NotAllowedError("Not allowed between organizations: open one of yours first.")
    return tx.org_id
