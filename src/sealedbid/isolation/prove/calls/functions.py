"""Functions that each login may call, and the statements that call them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from psycopg import Connection, sql
from psycopg.rows import class_row

from sealedbid.platform.postgres.queries import Queries

_STATEMENTS: Final = Queries("sealedbid.isolation", "calls")

TRUSTED: Final = ("sb_auth", "sb_dispatch")
"""Logins of trusted code, whose definer functions reach all organizations."""

MADE_UP: Final = frozenset({"seal.link_salt(bytea,uuid)"})
"""Functions that answer every proof with derived bytes, so that no answer tells a good proof.

Two of their answers differ by design; their other effects are judged as usual.
"""


@dataclass(frozen=True, slots=True)
class Function:
    """A function, as the catalog describes it."""

    schema: str
    name: str
    signature: str
    types: list[str]
    names: list[str]
    defaults: int
    """Number of trailing arguments that may be left out."""
    body: str
    is_definer: bool
    reach: str
    """Reach by seal.definer_functions: ``own`` organization or ``all``."""

    def call(self, values: Sequence[Any], connection: Connection[Any]) -> str:
        """The statement that calls it with these values; trailing arguments may be missing."""
        arguments = ", ".join(
            f"{_literal(value, connection)}::{kind}"
            for value, kind in zip(values, self.types, strict=False)
        )
        name = sql.Identifier(self.schema, self.name).as_string(connection)
        return f"select string_agg(r::text, chr(10)) from {name}({arguments}) r"


def _literal(value: Any, connection: Connection[Any]) -> str:
    if isinstance(value, (str, bytes, UUID)):
        return _quoted(value)
    return sql.Literal(value).as_string(connection)


@lru_cache(maxsize=4096)
def _quoted(value: str | bytes | UUID) -> str:
    """The value as a literal, the same in every session; cached, for most are written often."""
    return sql.Literal(value).as_string()


def read_functions(owner: Connection[Any], login: str) -> list[Function]:
    """Every function that the login may execute."""
    with owner.cursor(row_factory=class_row(Function)) as cursor:
        return cursor.execute(_STATEMENTS["functions"], {"login": login}).fetchall()
