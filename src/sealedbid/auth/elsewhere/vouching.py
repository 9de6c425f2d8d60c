"""The key by which this process vouches for people and tokens of the project, and what it signs."""

from __future__ import annotations

import base64
import binascii
from datetime import datetime
from pathlib import Path
from typing import Final
from uuid import UUID

from sealedbid.auth.elsewhere.people import Person
from sealedbid.auth.vouching import KEY_BYTES, mac_of, moment_of
from sealedbid.platform.secrets import SecretFileError, read_secret, secret_path

REMEDY: Final = "Run `sealedbid users elsewhere` again, as the owner of the database."


def path_of(home: Path) -> Path:
    """Return the file of the key; it is there while people sign in at the project."""
    return secret_path(home, "elsewhere.key")


def line_of(key: bytes) -> str:
    """Return the one line of the file."""
    return base64.b64encode(key).decode()


def read_key(home: Path) -> bytes:
    """Read the key. Raises SecretFileError."""
    path = path_of(home)
    try:
        key = base64.b64decode(read_secret(path, remedy=REMEDY), validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        raise SecretFileError(f"The secret file {path} is not whole. {REMEDY}")
    return key


def sign_person(key: bytes, person: Person, at: datetime) -> bytes:
    """Return the MAC of a person as the project described them at this moment."""
    return mac_of(
        key,
        [
            "ensure_profile",
            str(person.id),
            person.address,
            person.full_name,
            moment_of(person.confirmed_at),
            moment_of(at),
        ],
    )


def sign_session(
    key: bytes, proof: bytes, person: UUID, session: UUID, expires_at: datetime, level: int
) -> bytes:
    """Return the MAC of a token that was verified, by its proof."""
    return mac_of(
        key,
        [
            "start_session",
            proof.hex(),
            str(person),
            str(session),
            moment_of(expires_at),
            str(level),
        ],
    )


def sign_nonce(key: bytes, nonce: bytes) -> bytes:
    """Return the MAC by which the database knows that this process has its key."""
    return mac_of(key, ["is_word_taken", nonce.hex()])
