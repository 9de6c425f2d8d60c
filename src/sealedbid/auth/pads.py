"""Pads that seal the secrets of authenticator apps, by a file of the installation.

The database keeps each secret combined with the pad of its factor, and is shown the pad with every
try: it judges the codes, and neither a dump nor a statement that was slipped in knows a secret.
Without the file, or with another one, no code passes. So it is made with the first factor and never
again: where factors are there and it is not, nothing is made, and nothing is served.
"""

from __future__ import annotations

import hashlib
import hmac
from pathlib import Path
from typing import Final
from uuid import UUID

from sealedbid.auth.repository import factors
from sealedbid.platform.config import Settings
from sealedbid.platform.postgres import open_pool
from sealedbid.platform.postgres.calls import AccountCalls
from sealedbid.platform.secrets import SecretFileError, ensure_secret, read_secret, secret_path

BYTES: Final = 20
FACTORS: Final = "factors.key"
"""The file of the installation that seals the secrets of authenticator apps."""
REMEDY: Final = (
    "Put it back from the backup of SEALEDBID_HOME; if there is none, `sealedbid users "
    "remove-factors --not-opened` removes the factors that nothing opens."
)


class Pads:
    """The pads of an installation; the file is read once."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._secret: bytes | None = None

    def of(self, factor: UUID) -> bytes:
        """Return the 20 bytes of a factor. Raises SecretFileError, also if there is no file."""
        if self._secret is None:
            self._secret = read_secret(self._path, remedy=REMEDY).encode()
        return hmac.digest(self._secret, b"factor." + factor.bytes, hashlib.sha256)[:BYTES]

    def opens(self, factor: UUID, pad_proof: bytes) -> bool:
        """True if the file made the pad of a factor, by its sha256. Raises SecretFileError."""
        return hashlib.sha256(self.of(factor)).digest() == pad_proof

    def another(self) -> SecretFileError:
        """Make the error of a file that opens other factors than those that are there."""
        return SecretFileError(
            f"The secret file {self._path} is not the one that sealed the second factors of "
            f"people: no code passes. {REMEDY}"
        )

    async def check(self, calls: AccountCalls) -> None:
        """Raise SecretFileError if factors are there that the file does not open."""
        oldest = await factors.oldest_pad(calls)
        if oldest.factor is None or oldest.pad_proof is None:
            return
        if not self.opens(oldest.factor, oldest.pad_proof):
            raise self.another()

    async def ready(self, calls: AccountCalls) -> None:
        """Make the file if it is missing and no factor needs one. Raises SecretFileError."""
        if self._secret is None:
            await self.check(calls)
            ensure_secret(self._path)


def pads_of(settings: Settings) -> Pads:
    """Return the pads of the installation."""
    return Pads(secret_path(settings.home, FACTORS))


async def check_pads(login: str, settings: Settings) -> None:
    """Check the file against the database, which ``login`` of sb_auth reaches.

    Raises SecretFileError.
    """
    pool = await open_pool(login, settings, name="serve")
    try:
        await pads_of(settings).check(AccountCalls(pool))
    finally:
        await pool.close()
