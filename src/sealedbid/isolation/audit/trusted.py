"""The trusted computing base: all definer functions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from psycopg import Connection, sql
from psycopg.rows import class_row


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustedFunction:
    """A SECURITY DEFINER function, which gives each caller its owner's rights for one call."""

    name: str
    owner: str
    callers: list[str]
    tables: list[str]
    """Tables of the database that its body names."""
    lines: int
    reason: str | None
    """Reason for the function, from the database's own list."""


def trusted_functions(
    connection: Connection[Any], statement: sql.Composed, parameters: Mapping[str, Any]
) -> tuple[TrustedFunction, ...]:
    """Every definer function that no extension brought, by name."""
    with connection.cursor(row_factory=class_row(TrustedFunction)) as cursor:
        return tuple(cursor.execute(statement, parameters))
