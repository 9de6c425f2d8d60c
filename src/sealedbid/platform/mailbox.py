"""One mail address with an optional name, as settings and headers hold it."""

from __future__ import annotations

from email.headerregistry import Address, UniqueAddressHeader
from typing import Any


def mailbox(text: str) -> Address:
    """Parse ``name@example.org`` or ``Name <name@example.org>``.

    Raises ValueError if the text is not exactly one address, or has signs that nobody sees.
    """
    if not text.isprintable():
        raise ValueError("is no address: it has signs that nobody sees")
    try:
        parsed: dict[str, Any] = {"defects": []}
        UniqueAddressHeader.parse(text, parsed)
        (group,) = parsed["groups"]
        (address,) = group.addresses
    except Exception:  # the parser of the standard library fails in many ways on broken text
        raise ValueError("is no address; it looks like Name <name@example.org>") from None
    if parsed["defects"] or not address.username or not address.domain:
        raise ValueError("is no address; it looks like Name <name@example.org>")
    found: Address = address
    return found
