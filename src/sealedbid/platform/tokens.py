"""Secrets that a bearer shows: API keys, links, invitations.

Each carries the id of its organization beside the secret, because the caller must name the
organization before the database is asked. The id cannot be added to tokens already issued.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import secrets
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args
from uuid import UUID

from sealedbid.platform.errors import SealedbidError

TokenKind: TypeAlias = Literal["key", "link", "invitation"]

PREFIX = "sb"
ORG_BYTES = 16
SECRET_BYTES = 32
VISIBLE = 12  # characters; they tell one key from another in a list, and open nothing


class MalformedTokenError(SealedbidError):
    """The text is no token of Sealedbid, or was cut off."""

    def __init__(self) -> None:
        super().__init__("This is not a key, link or invitation of Sealedbid: was it cut off?")


@dataclass(frozen=True, slots=True, repr=False)
class Token:
    """A secret for one organization; ``str()`` is the bearer's text, shown once."""

    kind: TokenKind
    org_id: UUID
    secret: bytes

    @classmethod
    def new(cls, kind: TokenKind, org_id: UUID) -> Token:
        """Make a token with 256 random bits."""
        return cls(kind, org_id, secrets.token_bytes(SECRET_BYTES))

    @classmethod
    def parse(cls, text: str) -> Token:
        """Parse the text that a bearer shows. Raises MalformedTokenError."""
        prefix, _, rest = text.strip().partition("_")
        kind, _, body = rest.partition("_")
        try:
            content = base64.b64decode(body, altchars=b"-_", validate=True)
        except (binascii.Error, ValueError):
            raise MalformedTokenError from None
        known = prefix == PREFIX and kind in get_args(TokenKind)
        if not known or len(content) != ORG_BYTES + SECRET_BYTES:
            raise MalformedTokenError
        org_id, secret = UUID(bytes=content[:ORG_BYTES]), content[ORG_BYTES:]
        return next(cls(each, org_id, secret) for each in get_args(TokenKind) if each == kind)

    @property
    def proof(self) -> bytes:
        """The proof for the database: the sha256 of the token's text."""
        return hashlib.sha256(str(self).encode()).digest()

    @property
    def visible(self) -> str:
        """The last characters; the first are the same for every token of an organization."""
        return str(self)[-VISIBLE:]

    def __str__(self) -> str:
        # 48 bytes are 64 characters: no padding
        body = base64.urlsafe_b64encode(self.org_id.bytes + self.secret).decode()
        return f"{PREFIX}_{self.kind}_{body}"

    def __repr__(self) -> str:
        return f"Token({self.kind!r}, {self.org_id!r})"  # never the secret: it would reach a log
