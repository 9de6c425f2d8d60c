"""Answers of sign-in: the user and the session, as clients of Supabase's auth server read them."""

from __future__ import annotations

import time
import uuid
from datetime import UTC, datetime
from typing import Any, Final

import msgspec

from sealedbid.auth.models import Account, SignedIn

AUTHENTICATED: Final = "authenticated"
EMAIL: Final = "email"
"""The provider that a person with an address has: this installation."""


class Identity(msgspec.Struct, frozen=True, kw_only=True):
    """One way in which a person signs in."""

    identity_id: str
    id: str
    user_id: str
    identity_data: dict[str, Any]
    provider: str
    email: str | None
    last_sign_in_at: datetime | None
    created_at: datetime
    updated_at: datetime


class User(msgspec.Struct, frozen=True, kw_only=True):
    """A person who can sign in."""

    id: str
    aud: str = AUTHENTICATED
    role: str = AUTHENTICATED
    email: str
    email_confirmed_at: datetime | None = None
    phone: str = ""
    confirmation_sent_at: datetime | None = None
    confirmed_at: datetime | None = None
    new_email: str | None = None
    last_sign_in_at: datetime | None = None
    app_metadata: dict[str, Any]
    user_metadata: dict[str, Any]
    identities: list[Identity]
    factors: list[dict[str, Any]] = []
    created_at: datetime
    updated_at: datetime
    is_anonymous: bool = False


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """Tokens of a person who is signed in, for a program; ``expires_in`` is in seconds."""

    access_token: str
    token_type: str = "bearer"
    expires_in: int
    expires_at: int
    refresh_token: str
    user: User


class BrowserSession(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to a browser, whose session is in a cookie that no script reads."""

    expires_at: int
    user: User


class Nothing(msgspec.Struct, frozen=True):
    """An empty answer: the same whoever has an account."""


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """A step that was taken, when there is no session yet."""

    msg: str
    code: str = "200"


class Totp(msgspec.Struct, frozen=True, kw_only=True):
    """The secret of an authenticator app: as a picture in SVG, in Base32, and as an address."""

    qr_code: str
    secret: str
    uri: str


class EnrolledFactor(msgspec.Struct, frozen=True, kw_only=True):
    """A factor that was begun; its secret is told once."""

    id: str
    type: str = "totp"
    friendly_name: str
    totp: Totp


class BegunChallenge(msgspec.Struct, frozen=True, kw_only=True):
    """A second step that was begun; ``expires_at`` is in seconds since 1970."""

    id: str
    type: str = "totp"
    expires_at: int


class RemovedFactor(msgspec.Struct, frozen=True, kw_only=True):
    """A factor that is gone."""

    id: str


class RecoveryCodes(msgspec.Struct, frozen=True, kw_only=True):
    """Recovery codes, each for one use."""

    codes: list[str]


def user_of(account: Account) -> User:
    """Make the answer of an account."""
    identities = identities_of(account)
    providers = list(dict.fromkeys(each.provider for each in identities))
    return User(
        id=str(account.id),
        email=account.email,
        email_confirmed_at=account.email_confirmed_at,
        confirmed_at=account.email_confirmed_at,
        new_email=account.new_email,
        last_sign_in_at=account.last_sign_in_at,
        app_metadata={"provider": providers[0], "providers": providers, **account.app_metadata},
        user_metadata=account.user_metadata,
        identities=identities,
        factors=account.factors,
        created_at=account.created_at,
        updated_at=account.updated_at,
    )


def identities_of(account: Account) -> list[Identity]:
    """Return the ways in which a person signs in.

    One who came by a provider and has set no password signs in by that alone; mail is not named.
    """
    found = [_identity(account, each) for each in account.identities]
    if found and not account.has_password and account.app_metadata.get("provider", EMAIL) != EMAIL:
        return found
    by_mail = Identity(
        identity_id=str(account.id),
        id=str(account.id),
        user_id=str(account.id),
        identity_data={
            "email": account.email,
            "email_verified": account.email_confirmed_at is not None,
            "sub": str(account.id),
        },
        provider=EMAIL,
        email=account.email,
        last_sign_in_at=account.last_sign_in_at,
        created_at=account.created_at,
        updated_at=account.updated_at,
    )
    return [by_mail, *found]


def _identity(account: Account, found: dict[str, Any]) -> Identity:
    """Make the answer of an account at a provider."""
    email = found["email"] and found["email"].lower()
    return Identity(
        identity_id=found["id"],
        id=found["provider_id"],
        user_id=str(account.id),
        identity_data={
            "email": email,
            "email_verified": found["email_verified"],
            "full_name": found["full_name"],
            "name": found["full_name"],
            "provider_id": found["provider_id"],
            "sub": found["provider_id"],
        },
        provider=found["provider"],
        email=email,
        last_sign_in_at=found["last_sign_in_at"]
        and datetime.fromisoformat(found["last_sign_in_at"]),
        created_at=datetime.fromisoformat(found["created_at"]),
        updated_at=datetime.fromisoformat(found["updated_at"]),
    )


def unproven_user(email: str, meta: dict[str, Any]) -> User:
    """Make the answer to a sign-up: the same for an address that has an account.

    The id is of nothing yet, or ever: the account is there when its address is proven.
    """
    now = datetime.now(UTC)
    return User(
        id=str(uuid.uuid4()),
        email=email,
        confirmation_sent_at=now,
        app_metadata={"provider": "email", "providers": ["email"]},
        user_metadata=meta,
        identities=[],
        created_at=now,
        updated_at=now,
    )


def session_of(signed_in: SignedIn) -> Session:
    """Make the answer of tokens."""
    expires_at = int(signed_in.expires_at.timestamp())
    return Session(
        access_token=signed_in.access_token,
        expires_in=max(0, expires_at - int(time.time())),
        expires_at=expires_at,
        refresh_token=signed_in.refresh_token,
        user=user_of(signed_in.account),
    )
