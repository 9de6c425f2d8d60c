"""Providers by which people sign in: turn one on or off, and list them."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from sealedbid.auth.oauth.providers import NAMES, Name
from sealedbid.auth.oauth.vouching import Client, is_on, path_of
from sealedbid.auth.vouching import KEY_BYTES
from sealedbid.platform.config import Settings
from sealedbid.platform.installer import keep_provider, providers
from sealedbid.platform.owner import owner_conninfo
from sealedbid.platform.secrets import forget_secret, write_secret


@dataclass(frozen=True, slots=True)
class Switched:
    """A provider: its file here, and its key in the database. It is on if it has both."""

    name: Name
    has_file: bool
    has_key: bool


def turn_on(settings: Settings, name: Name, client_id: str, client_secret: str) -> str:
    """Turn a provider on, with a new key to vouch by; return the callback that it has to know.

    Whoever is on the way there begins again. Raises AccountsElsewhereError, SecretFileError.
    """
    client = Client(client_id, client_secret, secrets.token_bytes(KEY_BYTES))
    keep_provider(owner_conninfo(settings), name, client.key)
    write_secret(path_of(settings.home, name), client.line())
    return f"{settings.public_url}/auth/v1/callback"


def turn_off(settings: Settings, name: Name) -> bool:
    """Turn a provider off; False if it was off already. What people have linked stays."""
    was_on = keep_provider(owner_conninfo(settings), name, None)
    had_file = is_on(settings.home, name)
    forget_secret(path_of(settings.home, name))
    return was_on or had_file


def list_providers(settings: Settings) -> list[Switched]:
    """Return every provider that there is."""
    known = providers(owner_conninfo(settings))
    return [Switched(name, is_on(settings.home, name), name in known) for name in NAMES]
