"""Passwords of people and of share links: salt, proof, and the ticket that opens a link.

The database never sees a password. It keeps a salt and a hash of 32 bytes that argon2id derives;
each guess costs 64 MiB and a tenth of a second, also with the database in hand.
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
    """Derive 32 bytes from a password: slow on purpose, so run it in a thread."""
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
    """Ticket that opens a link for a minute after seal.try_link: a hash of both secrets."""
    return hashlib.sha256(proof + derived).digest()


@dataclass(frozen=True, slots=True, repr=False)
class DerivedPassword:
    """Columns of a password: ``password_salt`` and ``password_proof``."""

    salt: bytes
    proof: bytes

    @classmethod
    def new(cls, password: str) -> Self:
        """Make the columns of a password with a new salt; slow on purpose."""
        salt = secrets.token_bytes(SALT_BYTES)
        return cls(salt, hashlib.sha256(derive(password, salt)).digest())
