"""Founding, joining, and the organization itself."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

import msgspec
from pydantic import Field

from sealedbid.api.answers import IfMatch, Page
from sealedbid.api.inputs import Change, Incoming, Text
from sealedbid.api.route import Between, Sealed
from sealedbid.core.currencies import NO_CURRENCY, known_codes
from sealedbid.core.errors import InvitationRefusedError
from sealedbid.core.models import Invitation, Membership, Organization, Profile, Role
from sealedbid.core.repository import invitations, org_members, organizations, profiles
from sealedbid.platform.errors import LimitReachedError, NotAllowedError, ValueRefusedError
from sealedbid.platform.postgres import Rank, Transaction
from sealedbid.platform.tokens import MalformedTokenError, Token
from sealedbid.usecases import joining

between = Between("core")
sealed = Sealed("core")


class Founding(Incoming):
    """An organization to found; without a currency nothing is priced until it has one."""

    name: Text
    locale: Text = "en"
    currency: Text = NO_CURRENCY
    timezone: Text = "UTC"


class OrgChange(Change):
    """The fields of the organization that change; ``branding`` is replaced as a whole.

    ``require_mfa``: people open it with a second factor only. Whoever sets it has shown one.
    """

    name: Text = ""
    branding: dict[Text, Any] = Field(default_factory=dict)
    locale: Text = ""
    currency: Text = ""
    timezone: Text = ""
    require_mfa: bool = False


class ProfileChange(Change):
    """The fields of one's own profile that change."""

    full_name: Text = ""
    locale: Text = ""
    onboarding_complete: bool = False


class Founded(msgspec.Struct, frozen=True, kw_only=True):
    """An organization that was founded; its path is ``/api/v1/orgs/{id}``."""

    id: UUID


class Acceptance(Incoming):
    """The token of an invitation, as the link in the mail has it."""

    token: Annotated[Text, Field(max_length=200)]


class Joined(msgspec.Struct, frozen=True, kw_only=True):
    """An organization that was joined, and the rank in it."""

    org_id: UUID
    role: Role


@between.route("GET", "/profile", answers=Profile)
async def get_profile(tx: Transaction) -> Profile | None:
    """Read one's own profile."""
    assert tx.user_id is not None  # a person is open
    return await profiles.get(tx, tx.user_id)


@between.route("PATCH", "/profile", answers=Profile, problems=(ValueRefusedError,))
async def change_profile(tx: Transaction, change: ProfileChange, match: IfMatch) -> Profile | None:
    """Change one's own profile; what is not given stays. The address is changed by sign-in."""
    assert tx.user_id is not None  # a person is open
    changed = await profiles.change(tx, lock_version=match.version, **change.given())
    return changed or await match.refuse(profiles.get(tx, tx.user_id))


@between.route("GET", "/orgs", answers=Page[Membership])
async def list_orgs(tx: Transaction) -> Page[Membership]:
    """List the organizations that one is a member of, with one's rank."""
    return Page(data=await org_members.own(tx), next=None)


@between.route(
    "POST", "/orgs", answers=Founded, status=201, problems=(ValueRefusedError, LimitReachedError)
)
async def found_org(tx: Transaction, founding: Founding) -> Founded:
    """Found an organization, as its owner."""
    return Founded(id=await organizations.create(tx, **founding.model_dump()))


@between.route("GET", "/invitations", answers=Page[Invitation])
async def list_own_invitations(tx: Transaction) -> Page[Invitation]:
    """List the open invitations to one's own proven address."""
    return Page(data=await invitations.own(tx), next=None)


@between.route(
    "POST",
    "/invitations/accept",
    answers=Joined,
    problems=(InvitationRefusedError, NotAllowedError),
)
async def accept_invitation(tx: Transaction, acceptance: Acceptance) -> Joined:
    """Join the organization that an invitation is for; it has to be for one's own address."""
    try:
        token = Token.parse(acceptance.token)
    except MalformedTokenError:
        raise InvitationRefusedError from None
    return Joined(org_id=token.org_id, role=await joining.accept(tx, token))


@sealed.get("", answers=Organization, rank=Rank.VIEWER)
async def get_org(tx: Transaction) -> Organization | None:
    """Read the organization."""
    return await organizations.get(tx)


@sealed.patch("", answers=Organization, rank=Rank.OWNER, problems=(ValueRefusedError,))
async def change_org(tx: Transaction, change: OrgChange, match: IfMatch) -> Organization | None:
    """Change the organization, as a person; what is not given stays."""
    if "currency" in change.model_fields_set and change.currency not in known_codes():
        raise ValueRefusedError(
            "currency: give the three letters of ISO 4217, as EUR.", field="currency"
        )
    changed = await organizations.update(tx, lock_version=match.version, **change.given())
    return await organizations.get(tx) if changed else await match.refuse(organizations.get(tx))
