"""The four logins: the address and the password with which each connects."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, TypeAlias, get_args

from psycopg.conninfo import conninfo_to_dict, make_conninfo
from pydantic import SecretStr

from sealedbid.platform.config import Settings
from sealedbid.platform.embedded import EmbeddedServer
from sealedbid.platform.errors import SealedbidError
from sealedbid.platform.secrets import ensure_secret, read_secret, secret_path

Login: TypeAlias = Literal["sb_api", "sb_auth", "sb_dispatch", "sb_worker"]
_REMEDY = "Write the password there, or make new ones: `sealedbid logins reset`."
LOGINS: tuple[Login, ...] = get_args(Login)


class LoginNotConfiguredError(SealedbidError):
    """The settings give a login no address, or no password."""


def login_conninfo(settings: Settings, login: Login) -> str:
    """Return the connection string of ``login``; the owner's password is not needed.

    It is the login's URL if that is set, else the database's address with the password in the
    login's file. Raises LoginNotConfiguredError, SecretFileError.
    """
    if url := _setting(settings, login, "url"):
        return str(url.get_secret_value())
    address = _address(settings)
    if address is None:
        raise LoginNotConfiguredError(
            f"Nothing says where {login} connects: run `sealedbid up` first, or set "
            f"SEALEDBID_{_trade(login).upper()}_URL, or "
            "SEALEDBID_DATABASE_ADDRESS beside its password file."
        )
    path = password_path(settings, login)
    if not path.exists():
        raise LoginNotConfiguredError(
            f"The password of {login} is not in {path}: put it there with mode 0600, set "
            f"SEALEDBID_{_trade(login).upper()}_URL, or make new ones: `sealedbid logins reset`."
        )
    return make_conninfo(address, user=login, password=read_secret(path, remedy=_REMEDY))


def _address(settings: Settings) -> str | None:
    """Return the connection string of the database, without a login, or None if there is none.

    It is the one that is set, else the owner's, else the embedded server's.
    """
    if settings.database_address is not None:
        return settings.database_address
    if settings.database_url is not None:
        return settings.database_url.get_secret_value()
    return EmbeddedServer(settings.home).address


def login_password(settings: Settings, login: str) -> str:
    """Return the password that ``login`` is to have: the one in its URL, else the one in its file.

    A file that is missing is created with a random password. Raises SecretFileError.
    """
    url = _setting(settings, login, "url")
    if url and (password := conninfo_to_dict(url.get_secret_value()).get("password")):
        return str(password)
    return ensure_secret(password_path(settings, login), remedy=_REMEDY)


def password_path(settings: Settings, login: str) -> Path:
    """Return the path of the file with the password of ``login``; it may be missing."""
    configured: Path | None = getattr(settings, f"{_trade(login)}_password_file")
    return configured or secret_path(settings.home, f"{login}.password")


def _setting(settings: Settings, login: str, what: str) -> SecretStr | None:
    value: SecretStr | None = getattr(settings, f"{_trade(login)}_{what}")
    return value


def _trade(login: str) -> str:
    return login.removeprefix("sb_")
