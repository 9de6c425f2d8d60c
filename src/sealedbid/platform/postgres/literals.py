"""Literals of the few types that openings take; none of them can hold a quote."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

_WORDS: Final = frozenset({"session", "key", "link"})


def literal(value: Any) -> str:
    """Return the value in SQL: bytes, a UUID, null or a kind of credential, and nothing else.

    Bytes are not written with a backslash, whose meaning a session can change. Raises TypeError.
    """
    match value:
        case None:
            return "null"
        case bytes() | bytearray() | memoryview():
            return f"pg_catalog.decode('{bytes(value).hex()}', 'hex')"
        case UUID():
            return f"'{UUID(int=value.int)}'"
        case str() if value in _WORDS:
            return f"'{value}'"
    raise TypeError("an opening takes bytes, a UUID or a kind of credential")
