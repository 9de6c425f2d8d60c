"""Sets a new password of the superuser if the old one is lost.

The server is stopped, and one process of its own account sets the password (`postgres --single`):
nothing listens meanwhile, and no connection is ever let in without a password.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
from pathlib import Path

from sealedbid.platform.embedded.account import Account
from sealedbid.platform.embedded.layout import Layout
from sealedbid.platform.embedded.process import run_alone
from sealedbid.platform.secrets import ensure_secret, forget_secret, secret_path

SUPERUSER = "postgres"
ROUNDS = 4096


def begin_reset(layout: Layout) -> None:
    """Make the next start, which may be this one, set a new password."""
    ensure_secret(_pending(layout))


def is_reset_begun(layout: Layout) -> bool:
    """True if a new password is to be set, also if that was cut off."""
    return os.path.lexists(_pending(layout))


def complete_reset(layout: Layout, account: Account, binaries: Path) -> None:
    """Set the new password while the server is stopped. Raises EmbeddedServerError.

    The new file replaces the old one last, so that a run that was cut off is repeated.
    """
    pending, path = _pending(layout), secret_path(layout.home, f"{SUPERUSER}.password")
    statement = (
        f"alter role {SUPERUSER} with superuser login password '{verifier(ensure_secret(pending))}'"
        " valid until 'infinity'"
    )
    if path.is_dir():
        forget_secret(path)  # raises: the folder is in the way
    run_alone(layout, account, binaries, statement)
    pending.replace(path)


def verifier(password: str) -> str:
    """The verifier of a password (RFC 5803), so that no statement and no log has the password."""
    salt = os.urandom(16)
    salted = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, ROUNDS)
    stored = hashlib.sha256(hmac.digest(salted, b"Client Key", "sha256")).digest()
    server = hmac.digest(salted, b"Server Key", "sha256")
    salt64, stored64, server64 = (base64.b64encode(x).decode() for x in (salt, stored, server))
    return f"SCRAM-SHA-256${ROUNDS}:{salt64}${stored64}:{server64}"


def _pending(layout: Layout) -> Path:
    return secret_path(layout.home, f"{SUPERUSER}.password.new")
