"""Secrets that an installation generates for itself, one file each, readable by its owner only."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from pathlib import Path

from sealedbid.platform.errors import SealedbidError

PASSWORD_BYTES = 32
LARGEST = 4096  # bytes; a larger file was mistaken for a secret


class SecretFileError(SealedbidError):
    """A secret's file cannot be used; the text names the file and says what to do."""


def secret_path(home: Path, name: str) -> Path:
    """The file that holds the secret ``name`` of the installation in ``home``."""
    return home / "secrets" / name


def read_secret(path: Path, *, remedy: str = "Write the secret there again, on one line.") -> str:
    """Read the secret in ``path``: its one line in UTF-8, without white space around it.

    Raises SecretFileError, whose text ends with the ``remedy``, if there is no such line or if
    group or others may read the file.
    """
    try:
        # O_NONBLOCK: without it a pipe in the file's place would block for ever.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(handle, "rb") as file:
            found = os.fstat(handle)
            if not stat.S_ISREG(found.st_mode):
                raise SecretFileError(f"The secret file {path} is not a file. {remedy}")
            if stat.S_IMODE(found.st_mode) & 0o077:
                raise SecretFileError(f"{path} can be read by others: chmod 600 {path}")
            content = file.read(LARGEST + 1)
    except IsADirectoryError:
        raise SecretFileError(f"The secret file {path} is a folder. {remedy}") from None
    except OSError as error:
        raise SecretFileError(
            f"The secret file {path} cannot be read: {error.strerror}. {remedy}"
        ) from None
    if fault := _fault(content):
        raise SecretFileError(f"The secret file {path} {fault}. {remedy}")
    return content.decode("utf-8-sig").strip()


def _fault(content: bytes) -> str | None:
    """Say why the content is no secret; None if it is one."""
    if len(content) > LARGEST:
        return f"is longer than {LARGEST} bytes"
    try:
        text = content.decode("utf-8-sig").strip()
    except UnicodeDecodeError:
        return "is not text in UTF-8"
    if not text:
        return "is empty"
    if "\n" in text or "\r" in text:
        return "has more than one line"
    if any(ord(sign) < 32 or ord(sign) == 127 for sign in text):
        return "has control characters in it"
    return None


def ensure_secret(path: Path, *, remedy: str = "Remove it: a new one is made.") -> str:
    """Read the secret in ``path``; generate it if the file is missing. Raises SecretFileError.

    If several processes come at once, one writes and all read the same secret: the file appears
    under its name only when it is complete.
    """
    if not os.path.lexists(path):
        try:
            _generate(path)
        except OSError as error:
            raise SecretFileError(
                f"The secret file {path} cannot be written: {error.strerror}. "
                "Run this as the user who made the installation."
            ) from None
    return read_secret(path, remedy=remedy)


def write_secret(path: Path, text: str) -> None:
    """Write the secret in the place of the one before, in one step. Raises SecretFileError."""
    try:
        draft = _draft(path, text)
        os.replace(draft, path)
    except OSError as error:
        raise SecretFileError(
            f"The secret file {path} cannot be written: {error.strerror}. "
            "Run this as the user who made the installation."
        ) from None


def forget_secret(path: Path) -> None:
    """Remove the file of a secret, so that a new one is made. Raises SecretFileError."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise SecretFileError(
            f"The secret file {path} cannot be replaced: {error.strerror}. Move it away."
        ) from None


def _generate(path: Path) -> None:
    draft = _draft(path, secrets.token_urlsafe(PASSWORD_BYTES))
    try:
        with contextlib.suppress(FileExistsError):  # another process was first; its secret is used
            os.link(draft, path)
    finally:
        draft.unlink()


def _draft(path: Path, text: str) -> Path:
    """Write a secret beside its file, whole; return where."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text + "\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        draft.unlink()
        raise
    return draft
