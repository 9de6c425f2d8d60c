"""Texts of the secrets of sign-in: refresh tokens, secrets of links, cookies, and their proofs."""

from __future__ import annotations

import base64
import binascii
import hashlib
import secrets
import struct
from dataclasses import dataclass
from typing import Final
from uuid import UUID

PREFIX: Final = "sbr_"
_PARTS: Final = struct.Struct("!16sI32s")
LINK_BYTES: Final = 32
COOKIE_BYTES: Final = 32


@dataclass(frozen=True, slots=True, repr=False)
class RefreshToken:
    """A refresh token: session, number in its family, and the MAC by the session's own key."""

    session: UUID
    counter: int
    mac: bytes

    @classmethod
    def parse(cls, text: str) -> RefreshToken | None:
        """Parse the bearer's text; None if it is none."""
        content = from_base64url(text.removeprefix(PREFIX))
        if not text.startswith(PREFIX) or content is None or len(content) != _PARTS.size:
            return None
        session, counter, mac = _PARTS.unpack(content)
        if counter >= 2**31:
            return None
        return cls(UUID(bytes=session), counter, mac)

    def __str__(self) -> str:
        return PREFIX + to_base64url(_PARTS.pack(self.session.bytes, self.counter, self.mac))


def parse_link(text: str) -> bytes | None:
    """Parse the secret of a mailed link, 32 bytes; None if it is none."""
    content = from_base64url(text)
    return content if content is not None and len(content) == LINK_BYTES else None


def new_cookie() -> str:
    """Make the secret of a browser's session: 256 random bits."""
    return secrets.token_urlsafe(COOKIE_BYTES)


def proof_of(secret: str) -> bytes:
    """Proof of a token or a cookie for the database: its sha256."""
    return hashlib.sha256(secret.encode()).digest()


def to_base64url(content: bytes) -> str:
    """Return the bytes as base64url (RFC 4648, 5), without padding."""
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def from_base64url(text: str, longest: int = 200) -> bytes | None:
    """Return the bytes; None if it is no base64url, or longer than so many characters."""
    if len(text) > longest:
        return None
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
