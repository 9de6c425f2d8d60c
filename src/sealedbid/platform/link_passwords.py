"""The password of a share link: what is stored of it, and what is shown for it.

The database never sees the password. It keeps a salt and a hash of 32 bytes that argon2id derives;
a guess costs whoever makes it 64 MiB and a tenth of a second, also with the database in hand.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from typing import Final, Self

from argon2.low_level import Type, hash_secret_raw

SALT_BYTES: Final = 16
DERIVED_BYTES: Final = 32
PASSES: Final = 3
MEMORY_KIB: Final = 64 * 1024
LANES: Final = 4


def derive(password: str, salt: bytes) -> bytes:
    """The 32 bytes that stand for a password: slow on purpose, so run it in a thread."""
    return hash_secret_raw(
        password.encode(),
        salt,
        time_cost=PASSES,
        memory_cost=MEMORY_KIB,
        parallelism=LANES,
        hash_len=DERIVED_BYTES,
        type=Type.ID,
    )


def ticket_of(proof: bytes, derived: bytes) -> bytes:
    """What opens a link for a minute after seal.try_link: a proof made of both secrets."""
    return hashlib.sha256(proof + derived).digest()


@dataclass(frozen=True, slots=True, repr=False)
class LinkPassword:
    """What share_links keeps of a password: ``password_salt`` and ``password_proof``."""

    salt: bytes
    proof: bytes

    @classmethod
    def new(cls, password: str) -> Self:
        """A password under a salt of its own; slow on purpose."""
        salt = secrets.token_bytes(SALT_BYTES)
        return cls(salt, hashlib.sha256(derive(password, salt)).digest())
