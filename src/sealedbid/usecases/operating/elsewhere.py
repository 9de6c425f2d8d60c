"""Accounts that another auth server keeps: give them away, and take them back."""

from __future__ import annotations

import secrets

from sealedbid.auth.elsewhere.vouching import line_of, path_of
from sealedbid.auth.vouching import KEY_BYTES
from sealedbid.platform.config import Settings
from sealedbid.platform.installer import keep_accounts_elsewhere
from sealedbid.platform.owner import owner_conninfo
from sealedbid.platform.secrets import forget_secret, write_secret


def give_accounts_away(settings: Settings) -> int:
    """Let a project sign people in, with a new key to vouch by; return how many tokens ended.

    Where it is so already, the key alone is new. Raises SecretFileError.
    """
    key = secrets.token_bytes(KEY_BYTES)
    ended = keep_accounts_elsewhere(owner_conninfo(settings), key)
    write_secret(path_of(settings.home), line_of(key))
    return ended


def take_accounts_back(settings: Settings) -> int:
    """Let people sign in here again; the key is gone. Return how many tokens ended.

    Raises AccountsElsewhereError where the database is one of an auth server's own, and
    SecretFileError.
    """
    ended = keep_accounts_elsewhere(owner_conninfo(settings), None)
    forget_secret(path_of(settings.home))
    return ended
