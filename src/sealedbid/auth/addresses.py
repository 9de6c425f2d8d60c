"""E-mail addresses as people write them."""

from __future__ import annotations

import re
from typing import Final

from sealedbid.auth.errors import AddressRefusedError

LONGEST: Final = 320
_ADDRESS: Final = re.compile(r"[^@\s\x00-\x1f\x7f-\x9f]+@[^@\s\x00-\x1f\x7f-\x9f]+")


def address_of(text: str) -> str:
    """Return the address in small letters. Raises AddressRefusedError.

    Nothing is looked up: the answer is the same whoever has an account.
    """
    email = text.strip().lower()
    if len(email) > LONGEST or not email.isprintable() or not _ADDRESS.fullmatch(email):
        raise AddressRefusedError
    return email
