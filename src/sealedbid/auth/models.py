"""Rows of accounts, as the functions of seal_auth return them, and what sign-in answers with."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, TypeAlias
from uuid import UUID

from msgspec import Struct

Outcome: TypeAlias = Literal[
    "signed_in",
    "refused",
    "rotated",
    "again",
    "reused",
    "unknown",
    "half_confirmed",
    "email_changed",
    "expired",
]
Kind: TypeAlias = Literal["signup", "recovery", "magic", "email_old", "email_new"]
"""Kinds of mails whose link or code is shown."""
Scope: TypeAlias = Literal["local", "others", "global"]


class Peer(Struct, frozen=True, kw_only=True):
    """The origin of a request; ``device`` is the sha256 of a browser's cookie, or None."""

    ip: str | None = None
    user_agent: str | None = None
    device: bytes | None = None


class Flow(Struct, frozen=True, kw_only=True):
    """The start of a flow: sha256 of the verifier, and of the cookie of who begins it."""

    challenge: bytes
    browser: bytes


class Confirmed(Struct, frozen=True, kw_only=True):
    """The answer to the link of a flow; ``coded`` alone gives the code that was handed in."""

    outcome: Literal["coded", "proven", "refused", "no_flow"]
    redirect_to: str | None


class Salt(Struct, frozen=True, kw_only=True):
    """The salt to derive with, or the seconds to wait until a password may be tried."""

    wait: int
    salt: bytes | None


class Attempt(Struct, frozen=True, kw_only=True):
    """The answer to something that was shown: a session's refresh token, if it signs in."""

    outcome: Outcome
    wait: int = 0
    account: UUID | None
    session: UUID | None
    counter: int | None
    mac: bytes | None
    address: str | None
    level: int | None
    methods: list[dict[str, Any]] | None


class ShownInvitation(Struct, frozen=True, kw_only=True):
    """An open invitation, as the holder of its link sees it."""

    organization: str
    inviter: str
    address: str
    role: str


class Account(Struct, frozen=True, kw_only=True):
    """A person's own account, and the session by which they read it."""

    id: UUID
    email: str
    email_confirmed_at: datetime | None
    new_email: str | None
    user_metadata: dict[str, Any]
    app_metadata: dict[str, Any]
    has_password: bool
    last_sign_in_at: datetime | None
    created_at: datetime
    updated_at: datetime
    session: UUID | None
    level: int | None
    methods: list[dict[str, Any]] | None
    factors: list[dict[str, Any]]
    """Second factors, as clients of Supabase's auth server read them."""
    identities: list[dict[str, Any]]
    """Accounts at providers: their columns, times as texts."""


class OwnSession(Struct, frozen=True, kw_only=True):
    """A session of the person who asks; ``is_own`` is True for the one that they ask by."""

    id: UUID
    created_at: datetime
    refreshed_at: datetime
    ends_at: datetime
    ip: str | None
    user_agent: str | None
    level: int
    is_own: bool


class SealedKey(Struct, frozen=True, kw_only=True):
    """A signing key as the database keeps it: sealed by the installation's file."""

    kid: str
    sealed: str
    signs_from: datetime
    ends_at: datetime | None


class SignedIn(Struct, frozen=True, kw_only=True):
    """Tokens of a person who is signed in; ``expires_at`` is the access token's."""

    access_token: str
    refresh_token: str
    expires_at: datetime
    account: Account


class Cookie(Struct, frozen=True, kw_only=True):
    """The secret of a browser's session, and when it expires unless it is used."""

    secret: str
    expires_at: datetime
    account: Account


class NewFactor(Struct, frozen=True, kw_only=True):
    """An authenticator app that was begun: its secret in Base32, told once."""

    id: UUID
    name: str
    secret: str
    uri: str


class BegunFactor(Struct, frozen=True, kw_only=True):
    """The answer to the beginning of an app; without a secret it was refused."""

    outcome: Literal["enrolled", "second_step", "too_many", "name_taken"]
    secret: bytes | None


class BegunStep(Struct, frozen=True, kw_only=True):
    """A second step that was begun, or nothing if there is no such factor."""

    id: UUID | None
    expires_at: datetime | None


class Challenge(Struct, frozen=True, kw_only=True):
    """A second step that was begun."""

    id: UUID
    expires_at: datetime


class Tried(Struct, frozen=True, kw_only=True):
    """A try that was counted, with the ticket that tells its outcome; or the seconds to wait."""

    wait: int
    ticket: bytes | None


class OldestPad(Struct, frozen=True, kw_only=True):
    """The oldest factor that is asked for, and the sha256 of its pad; None without one."""

    factor: UUID | None
    pad_proof: bytes | None


class NewCodes(Struct, frozen=True, kw_only=True):
    """Recovery codes of 10 bytes each; None if the session has not shown a factor."""

    outcome: Literal["made", "second_step"]
    codes: list[bytes] | None


class CodesLeft(Struct, frozen=True, kw_only=True):
    """The number of recovery codes that are left, and when they were made."""

    remaining: int
    made_at: datetime | None


class Site(Struct, frozen=True, kw_only=True):
    """The origin of our pages and their host, for which devices make passkeys."""

    origin: str
    rp_id: str


class BegunPasskey(Struct, frozen=True, kw_only=True):
    """A passkey that was begun, for whom, and the ids of those that the person has."""

    outcome: Literal["begun", "second_step", "too_many"]
    id: UUID | None
    challenge: bytes | None
    expires_at: datetime | None
    account: UUID | None
    address: str | None
    known: list[bytes] | None


class PasskeyChallenge(Struct, frozen=True, kw_only=True):
    """A challenge that a device signs, or the seconds to wait."""

    wait: int
    id: UUID | None
    challenge: bytes | None
    expires_at: datetime | None


class AddedPasskey(Struct, frozen=True, kw_only=True):
    """A passkey that was added, or why not."""

    outcome: Literal["added", "second_step", "too_many", "unknown", "expired", "refused", "taken"]
    id: UUID | None
    friendly_name: str | None
    created_at: datetime | None


class OwnPasskey(Struct, frozen=True, kw_only=True):
    """A passkey as its person sees it; ``is_synced``: the person has copies on other devices."""

    id: UUID
    friendly_name: str
    created_at: datetime
    last_used_at: datetime | None
    transports: list[str]
    is_synced: bool
