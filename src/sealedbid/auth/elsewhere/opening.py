"""Opening the way to the project that the settings name."""

from __future__ import annotations

import secrets
from typing import Final

from sealedbid.auth.elsewhere.admitting import Elsewhere
from sealedbid.auth.elsewhere.calling import Calling
from sealedbid.auth.elsewhere.vouching import REMEDY, path_of, read_key, sign_nonce
from sealedbid.auth.repository import elsewhere
from sealedbid.auth.vouching import KEY_BYTES
from sealedbid.platform.config import ConfigurationError, Settings
from sealedbid.platform.postgres import open_pool
from sealedbid.platform.postgres.calls import AccountCalls
from sealedbid.platform.secrets import read_secret, secret_path

KEY: Final = "supabase.key"
"""The file of the installation with the project's publishable key."""


def open_elsewhere(calls: AccountCalls, settings: Settings) -> Elsewhere | None:
    """Open the way to the project; None if the settings name none. Nothing is sent yet.

    Raises SecretFileError.
    """
    if settings.supabase_url is None:
        return None
    address = f"{settings.supabase_url}/auth/v1"
    calling = Calling(address, _key(settings))
    return Elsewhere(calls, calling, issuer=address, home=settings.home)


async def check_elsewhere(login: str, settings: Settings) -> None:
    """Check what the settings say of a project against the database, which ``login`` reaches.

    Raises ConfigurationError where the database keeps the accounts itself or does not take this
    process's word, and SecretFileError.
    """
    if settings.supabase_url is None:
        return
    _key(settings)
    pool = await open_pool(login, settings, name="serve")
    try:
        calls = AccountCalls(pool)
        if await elsewhere.keeps_accounts(calls):
            raise ConfigurationError(
                "SEALEDBID_SUPABASE_URL is set, and people sign in by this database: "
                "`sealedbid users elsewhere` gives them to the project, or unset it."
            )
        nonce, key = secrets.token_bytes(KEY_BYTES), read_key(settings.home)
        if not await elsewhere.is_word_taken(calls, nonce, sign_nonce(key, nonce)):
            raise ConfigurationError(
                f"The key in {path_of(settings.home)} is not the database's, which has none after "
                f"a restore. {REMEDY}"
            )
    finally:
        await pool.close()


def _key(settings: Settings) -> str | None:
    path = settings.supabase_key_file or secret_path(settings.home, KEY)
    if settings.supabase_key_file is None and not path.exists():
        return None
    return read_secret(path, remedy="Write the project's publishable key there, on one line.")
