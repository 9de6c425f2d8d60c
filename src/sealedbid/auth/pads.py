"""Pads that seal the secrets of authenticator apps, by a file of the installation.

The database keeps each secret combined with the pad of its factor, and is shown the pad with every
try: it judges the codes, and neither a dump nor a statement that was slipped in knows a secret.
"""

from __future__ import annotations

import hashlib
import hmac
from pathlib import Path
from typing import Final
from uuid import UUID

from sealedbid.platform.secrets import ensure_secret

BYTES: Final = 20


class Pads:
    """The pads of an installation; the file is read once."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._secret: bytes | None = None

    def of(self, factor: UUID) -> bytes:
        """Return the 20 bytes of a factor. Raises SecretFileError."""
        if self._secret is None:
            self._secret = ensure_secret(self._path).encode()
        return hmac.digest(self._secret, b"factor." + factor.bytes, hashlib.sha256)[:BYTES]
