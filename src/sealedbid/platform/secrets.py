"""Secrets that an installation generates for itself, one file each, readable by its owner only."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from pathlib import Path

from sealedbid.platform.errors import SealedbidError

PASSWORD_BYTES = 32


class SecretFileError(SealedbidError):
    """A secret's file cannot be read, is empty, or can be read by others."""


def secret_path(home: Path, name: str) -> Path:
    """The file that holds the secret ``name`` of the installation in ``home``."""
    return home / "secrets" / name


def read_secret(path: Path) -> str:
    """The secret in ``path``.

    Raises SecretFileError when the file is missing, empty, or open to group or others.
    """
    try:
        if stat.S_IMODE(path.stat().st_mode) & 0o077:
            raise SecretFileError(f"{path} can be read by others: chmod 600 {path}")
        secret = path.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise SecretFileError(f"The secret file {path} cannot be read: {error.strerror}.") from None
    if not secret:
        raise SecretFileError(f"The secret file {path} is empty.")
    return secret


def ensure_secret(path: Path) -> str:
    """The secret in ``path``, generated there if there is none yet.

    Of several processes that come at once one writes and all read the same: the file appears under
    its name only when it is complete.
    """
    if path.exists():
        return read_secret(path)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(secrets.token_urlsafe(PASSWORD_BYTES) + "\n")
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):  # another was first; its secret is the one
            os.link(draft, path)
    finally:
        draft.unlink()
    return read_secret(path)
