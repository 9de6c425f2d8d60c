"""Checks that several settings share. Each raises ValueError, with words for the variable."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from pydantic import SecretStr

LOOPBACK: Final = (None, "localhost", "127.0.0.1", "::1")


def absolute(value: Path | None) -> Path | None:
    """Expand ~ and make the path absolute, so that it is the same from every folder."""
    if value is None:
        return None
    try:
        path = value.expanduser().absolute()
    except RuntimeError:
        raise ValueError("begins with the home of an account that is not there") from None
    if not path.name:
        raise ValueError("is the root of the file system; name a folder below it")
    return path


def web(value: str) -> str:
    """Refuse what is no address of a server, and a password in it: lists show the address."""
    try:
        parts = urlsplit(value)
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        is_web = False
    if not is_web:
        raise ValueError("is no URL that begins with http:// or https://")
    if parts.username is not None or parts.query or parts.fragment:
        raise ValueError("has more than host and path; a key is put into its own file")
    return value.rstrip("/")


def apart(value: Any) -> Any:
    """Take a text with commas apart. An empty one stays: it is refused by itself."""
    if not isinstance(value, str) or not value.strip():
        return value
    return tuple(part.strip() for part in value.split(",") if part.strip())


def conninfo(value: SecretStr | str | None) -> None:
    """Refuse what libpq cannot parse."""
    if value is not None:
        check_conninfo(value if isinstance(value, str) else value.get_secret_value())


def check_conninfo(conninfo: str) -> None:
    """Raise ValueError if libpq cannot parse the text; the message quotes no part of a password."""
    from psycopg import ProgrammingError
    from psycopg.conninfo import conninfo_to_dict

    try:
        parts = conninfo_to_dict(conninfo)
    except ProgrammingError as error:
        said = str(error)
        if "percent-encoded" in said:
            why = "a % that is no code of a sign is written %25, a space %20"
        else:
            why = "it looks like postgresql://user:password@host:port/name"
        raise ValueError(f"is not a PostgreSQL URL: {why}") from None
    ports = str(parts.get("port") or "5432").split(",")
    if not all(port == "" or (port.isdecimal() and 0 < int(port) < 65536) for port in ports):
        raise ValueError(
            "has no number for a port; in a user or a password, / is written %2F, : %3A and @ %40"
        )
