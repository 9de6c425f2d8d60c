"""Rows of the core domain, as repositories return them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, TypeAlias
from uuid import UUID

Role: TypeAlias = Literal["owner", "admin", "member", "viewer"]
ClientStatus: TypeAlias = Literal["lead", "active", "past"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """An agency: the tenant to which rows belong. ``currency`` is an ISO 4217 code."""

    id: UUID
    name: str
    plan: str
    branding: dict[str, Any]
    locale: str
    currency: str
    timezone: str
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """An organization of a person and their rank in it, to choose one from."""

    org_id: UUID
    name: str
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A person in the open organization, with their rank."""

    user_id: UUID
    email: str
    full_name: str
    role: Role
    joined_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A person: their name, address and language, as their colleagues see them."""

    id: UUID
    email: str
    full_name: str
    onboarding_complete: bool
    locale: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """An invitation to join an organization; open until it is accepted or expires."""

    org_id: UUID
    id: UUID
    email: str
    role: Role
    invited_by: UUID | None
    expires_at: datetime
    accepted_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientContact:
    """A person at a client."""

    id: UUID
    client_id: UUID
    name: str
    email: str
    title: str | None
    is_signer: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiKey:
    """An API key without its secret, which is shown once, when the key is made."""

    id: UUID
    name: str
    prefix: str
    scopes: list[str]
    created_by: UUID | None
    expires_at: datetime
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OrgSetting:
    """One setting of the organization."""

    key: str
    value: Any
    updated_by: UUID | None
    reason: str | None
    updated_at: datetime
