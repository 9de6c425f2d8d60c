"""Rows of the core domain, as repositories return them."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, TypeAlias
from uuid import UUID

from sealedbid.platform.rows import Row

Role: TypeAlias = Literal["owner", "admin", "member", "viewer"]
ClientStatus: TypeAlias = Literal["lead", "active", "past"]


class Organization(Row, frozen=True, kw_only=True):
    """An agency: the tenant to which rows belong. ``currency`` is an ISO 4217 code."""

    id: UUID
    name: str
    plan: str
    branding: dict[str, Any]
    locale: str
    currency: str
    timezone: str
    require_mfa: bool
    lock_version: int
    created_at: datetime
    updated_at: datetime


class Membership(Row, frozen=True, kw_only=True):
    """An organization of a person and their rank in it, to choose one from."""

    org_id: UUID
    name: str
    role: Role
    require_mfa: bool


class Member(Row, frozen=True, kw_only=True):
    """A person in the open organization, with their rank."""

    user_id: UUID
    email: str
    full_name: str
    role: Role
    joined_at: datetime


class Profile(Row, frozen=True, kw_only=True):
    """A person: their name, address and language, as their colleagues see them."""

    id: UUID
    email: str
    full_name: str
    onboarding_complete: bool
    locale: str
    lock_version: int


class Invitation(Row, frozen=True, kw_only=True):
    """An invitation to join an organization; open until it is accepted or expires."""

    org_id: UUID
    id: UUID
    email: str
    role: Role
    invited_by: UUID | None
    expires_at: datetime
    accepted_at: datetime | None


class Client(Row, frozen=True, kw_only=True):
    """A customer of the agency, or one that it hopes to win.

    ``lock_version`` grows with each change: a writer shows the one that it read.
    """

    id: UUID
    name: str
    email: str | None
    status: ClientStatus
    website: str | None
    industry: str | None
    notes: str
    lock_version: int
    created_at: datetime
    updated_at: datetime


class ClientContact(Row, frozen=True, kw_only=True):
    """A person at a client."""

    id: UUID
    client_id: UUID
    name: str
    email: str
    title: str | None
    is_signer: bool


class ApiKey(Row, frozen=True, kw_only=True):
    """An API key without its secret, which is shown once, when the key is made."""

    id: UUID
    name: str
    prefix: str
    scopes: list[str]
    created_by: UUID | None
    expires_at: datetime
    created_at: datetime


class OrgSetting(Row, frozen=True, kw_only=True):
    """One setting of the organization."""

    key: str
    value: Any
    updated_by: UUID | None
    reason: str | None
    updated_at: datetime
