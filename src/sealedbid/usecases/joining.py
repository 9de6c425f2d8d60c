"""Joining: the first person, invitations, keys.

Secrets are made here, shown once, and kept only as their proof.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

from sealedbid.core.models import ApiKey, Role
from sealedbid.core.repository import api_keys, invitations, org_members
from sealedbid.platform.errors import NotAllowedError
from sealedbid.platform.installer import create_account
from sealedbid.platform.postgres import Rank, Transaction
from sealedbid.platform.postgres.errors import AccountsElsewhereError, AddressTakenError
from sealedbid.platform.tokens import Token
from sealedbid.usecases.errors import ActingError

KEY_LIFE = timedelta(days=365)
INVITATION_LIFE = timedelta(days=7)


class FounderError(ActingError):
    """The first person of this installation cannot be signed up."""


def sign_up_founder(conninfo: str, name: str) -> UUID:
    """Sign up the first person of an installation, called as their account; return their id.

    ``conninfo`` is the installer's. The account of this machine has the mailbox of the same name.
    Raises FounderError.
    """
    email = f"{name}@localhost"
    try:
        return create_account(conninfo, email, name)
    except AccountsElsewhereError:
        raise FounderError(
            "People sign up at the auth server of this database: found the organization there."
        ) from None
    except AddressTakenError:
        raise FounderError(
            f"{email} has an account and no organization: give that account one first."
        ) from None


async def create_api_key(
    tx: Transaction,
    *,
    name: str,
    rank: Rank = Rank.MEMBER,
    scopes: list[str] | None = None,
    life: timedelta = KEY_LIFE,
) -> tuple[ApiKey, Token]:
    """Create a key for programs; return it and its token, which is shown this once.

    It ranks no higher than the person who creates it, and ends when they leave.
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
    tx: Transaction,
    *,
    email: str,
    role: Role,
    life: timedelta = INVITATION_LIFE,
    is_mailed: bool = True,
) -> tuple[UUID, Token]:
    """Invite an address and enqueue the mail to it; return the invitation's id, and a token.

    The token can be handed over by hand: the link in the mail has a secret of its own, which only
    the job of that mail is given. Either joins, once, and only with this address. An open
    invitation to the same address is replaced.
    """
    token = Token.new("invitation", _open_org(tx))
    id = await invitations.add(
        tx, email=email, role=role, proof=token.proof, expires_at=datetime.now(UTC) + life
    )
    if is_mailed:
        await invitations.mail(tx, id)
    return id, token


async def accept(tx: Transaction, token: Token) -> Role:
    """Join the organization that the token invites to; return the role.

    ``tx`` is a transaction of the invited person, between organizations.
    """
    return await org_members.accept(tx, proof=token.proof, org_id=token.org_id)


def _open_org(tx: Transaction) -> UUID:
    if tx.org_id is None:
        raise NotAllowedError("Not allowed between organizations: open one of yours first.")
    return tx.org_id
