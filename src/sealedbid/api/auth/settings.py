"""Settings, health, and the keys of tokens: clients read them before anybody signs in."""

from __future__ import annotations

from typing import Any

import msgspec

from sealedbid.api.route import OpenToAll
from sealedbid.api.services import Services
from sealedbid.auth.oauth.beginning import switched_on
from sealedbid.auth.oauth.providers import NAMES

routes = OpenToAll("auth")


class AuthSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Ways in which people may sign in."""

    external: dict[str, bool]
    disable_signup: bool = False
    mailer_autoconfirm: bool = False
    phone_autoconfirm: bool = False
    sms_provider: str = ""
    saml_enabled: bool = False
    passkeys_enabled: bool


class AuthHealth(msgspec.Struct, frozen=True, kw_only=True):
    """The part of the API that signs people in."""

    name: str = "Sealedbid"
    description: str = "Accounts, in the shape of Supabase Auth"


class Jwks(msgspec.Struct, frozen=True, kw_only=True):
    """Public keys of access tokens (RFC 7517)."""

    keys: list[dict[str, Any]]


@routes.route("GET", "/settings", answers=AuthSettings)
async def get_auth_settings(services: Services) -> AuthSettings:
    """Say how people may sign in; where another server signs them in, in no way here."""
    is_here = services.elsewhere is None
    on = await switched_on(services.accounts) if is_here else []
    return AuthSettings(
        external={"email": is_here, "phone": False, **{name: name in on for name in NAMES}},
        disable_signup=not is_here,
        passkeys_enabled=is_here and services.accounts.site is not None,
    )


@routes.route("GET", "/health", answers=AuthHealth)
async def get_auth_health() -> AuthHealth:
    """Say that this answers."""
    return AuthHealth()


@routes.route("GET", "/.well-known/jwks.json", answers=Jwks)
async def get_jwks(services: Services) -> Jwks:
    """Give the keys by which programs elsewhere check access tokens."""
    return Jwks(**await services.accounts.keys.jwks())
