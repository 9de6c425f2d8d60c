"""Members of the organization, and invitations to it."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

import msgspec
from fastapi import Response
from pydantic import Field

from sealedbid.api.answers import Page
from sealedbid.api.inputs import Incoming, PathId, Text
from sealedbid.api.route import Sealed
from sealedbid.core.errors import LastOwnerError, TooManyInvitationsError
from sealedbid.core.models import Invitation, Member, Role
from sealedbid.core.repository import invitations, org_members
from sealedbid.platform.errors import NotAllowedError, TakenError, ValueRefusedError
from sealedbid.platform.postgres import Rank, Transaction
from sealedbid.usecases import joining

routes = Sealed("core")


class Invite(Incoming):
    """A person to invite, and the rank that they get."""

    email: Annotated[Text, Field(max_length=320)]
    role: Role = "member"


class Invited(msgspec.Struct, frozen=True, kw_only=True):
    """An invitation whose mail is on its way; its token is in the mail alone."""

    id: UUID


class Ranking(Incoming):
    """A member's new rank."""

    role: Role


@routes.get("/members", answers=Page[Member], rank=Rank.VIEWER)
async def list_members(tx: Transaction) -> Page[Member]:
    """List the members by name."""
    return Page(data=await org_members.page(tx), next=None)


@routes.post(
    "/members/{id}/rank",
    answers=None,
    rank=Rank.ADMIN,
    status=204,
    problems=(NotAllowedError, LastOwnerError),
)
async def rank_member(tx: Transaction, id: PathId, ranking: Ranking) -> Response:
    """Give a member another rank: neither the old nor the new one is above one's own."""
    await org_members.change_role(tx, id, ranking.role)
    return Response(status_code=204)


@routes.delete("/members/{id}", rank=Rank.VIEWER, problems=(NotAllowedError, LastOwnerError))
async def remove_member(tx: Transaction, id: PathId) -> bool:
    """Remove a member, as an admin, or leave; their keys and open invitations end."""
    await org_members.remove(tx, id)
    return True


@routes.get("/invitations", answers=Page[Invitation], rank=Rank.ADMIN)
async def list_invitations(tx: Transaction) -> Page[Invitation]:
    """List the open invitations, the newest first."""
    return Page(data=await invitations.open_ones(tx), next=None)


@routes.post(
    "/invitations",
    answers=Invited,
    rank=Rank.ADMIN,
    problems=(NotAllowedError, ValueRefusedError, TakenError, TooManyInvitationsError),
)
async def invite_person(tx: Transaction, invite: Invite) -> Invited:
    """Invite an address by mail; the link is open for seven days, and for that address alone."""
    id, _ = await joining.invite(tx, email=invite.email, role=invite.role)
    return Invited(id=id)


@routes.delete("/invitations/{id}", rank=Rank.ADMIN)
async def revoke_invitation(tx: Transaction, id: PathId) -> bool:
    """Take an open invitation back."""
    await invitations.revoke(tx, id)
    return True
