"""Vouching: signing what another server said, by a key that this process and the database have.

No login of the database reads the key. So what this process found counts, and not what a statement
says.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

KEY_BYTES: Final = 32
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def mac_of(key: bytes, parts: Sequence[str | None]) -> bytes:
    """Return the HMAC-SHA256 of the parts, each with its length before it.

    The bytes are those of ``seal_private.vouched_bytes()``.
    """
    message = bytearray()
    for part in parts:
        if part is None:
            message += b"\x00"
        else:
            text = part.encode()
            message += b"\x01" + len(text).to_bytes(4, "big") + text
    return hmac.new(key, message, hashlib.sha256).digest()


def moment_of(moment: datetime | None) -> str | None:
    """Return a moment as it is signed, in microseconds since 1970; it has a time zone.

    The text is that of ``seal_private.vouched_moment()``.
    """
    return None if moment is None else str((moment - _EPOCH) // timedelta(microseconds=1))
