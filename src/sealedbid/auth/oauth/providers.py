"""Providers: their addresses, and how each says who somebody is. One table, nothing at import."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, get_args

from sealedbid.auth.errors import ProviderOffError

Name: TypeAlias = Literal["google", "github"]
NAMES: Final[tuple[Name, ...]] = get_args(Name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """A provider's addresses.

    ``authorize`` is where a browser goes, the others are asked by this process. ``keys`` are those
    of its tokens, where it gives such; ``user`` and ``emails`` are its API, where it does not.
    ``issuers`` are what it calls itself.
    """

    name: Name
    title: str
    scopes: str
    authorize: str
    token: str
    issuers: tuple[str, ...]
    keys: str = ""
    user: str = ""
    emails: str = ""


PROVIDERS: Final[dict[Name, Provider]] = {
    "google": Provider(
        name="google",
        title="Google",
        scopes="openid email profile",
        authorize="https://accounts.google.com/o/oauth2/v2/auth",
        token="https://oauth2.googleapis.com/token",
        issuers=("https://accounts.google.com", "accounts.google.com"),
        keys="https://www.googleapis.com/oauth2/v3/certs",
    ),
    "github": Provider(
        name="github",
        title="GitHub",
        scopes="read:user user:email",
        authorize="https://github.com/login/oauth/authorize",
        token="https://github.com/login/oauth/access_token",
        issuers=("https://github.com/login/oauth",),
        user="https://api.github.com/user",
        emails="https://api.github.com/user/emails",
    ),
}


def name_of(text: str | None) -> Name:
    """Return the provider's name. Raises ProviderOffError if none is called so."""
    for name in NAMES:
        if text == name:
            return name
    raise ProviderOffError


def provider_of(name: Name, stand_in: str | None) -> Provider:
    """Return the provider, or the one on loopback that stands in for it in tests."""
    real = PROVIDERS[name]
    if stand_in is None:
        return real
    base = f"{stand_in}/{name}"
    return Provider(
        name=name,
        title=real.title,
        scopes=real.scopes,
        authorize=f"{base}/authorize",
        token=f"{base}/token",
        issuers=(base,),
        keys=f"{base}/keys" if real.keys else "",
        user=f"{base}/user" if real.user else "",
        emails=f"{base}/user/emails" if real.emails else "",
    )
