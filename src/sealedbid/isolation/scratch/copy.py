"""Reads the statements of a schema from the catalog of a database, and runs them in another.

No dump program is used: an older one refuses the server, and none may be installed.
"""

from __future__ import annotations

from typing import Any, Final

import psycopg
from psycopg import Connection, sql

from sealedbid.isolation.errors import IsolationError
from sealedbid.platform.postgres.queries import Queries

_STATEMENTS: Final = Queries("sealedbid.isolation", "scratch")

# In an order in which they can run: what a definition resolves comes before it.
_STEPS: Final[tuple[tuple[str, dict[str, Any]], ...]] = (
    ("schemas", {}),
    ("extensions", {}),
    ("functions", {"late": False}),
    ("tables", {}),
    ("functions", {"late": True}),
    ("defaults", {}),
    ("constraints", {}),
    ("indexes", {}),
    ("views", {}),
    ("guards", {}),
    ("comments", {}),
    ("lists", {}),
    ("default_privileges", {}),
    ("owners", {}),
    ("privileges", {}),
)


class NotCopiedError(IsolationError):
    """The schema has an object that cannot be copied, or may not be."""


def copy_schema(source: Connection[Any], target: Connection[Any]) -> None:
    """Create the schema of ``source`` in the empty database of ``target``, as the same owner.

    Rows are not copied, except the seal's lists of itself; nor are schemas of other products.
    Raises NotCopiedError.
    """
    with source.transaction():
        source.execute("set local search_path = pg_catalog, pg_temp")
        if unsupported := _texts(source, "unsupported", {}):
            raise NotCopiedError(f"No copy can be made of {', '.join(unsupported)}.")
        steps = [(name, _texts(source, name, params)) for name, params in _STEPS]
    with target.transaction():
        target.execute("set local search_path = pg_catalog, pg_temp")
        target.execute("set local check_function_bodies = off")
        for name, statements in steps:
            for statement in statements:
                _run(target, name, statement)


def schemas_beside(source: Connection[Any]) -> list[str]:
    """Schemas that are not copied, for their owner is no role of ours."""
    return _texts(source, "beside", {})


def _texts(source: Connection[Any], name: str, params: dict[str, Any]) -> list[str]:
    parts = _STATEMENTS["parts"] if name != "lists" else ""
    statement = sql.SQL("{} {}").format(sql.SQL(parts), sql.SQL(_STATEMENTS[name]))
    return [row[0] for row in source.execute(statement, params or None) if row[0] is not None]


def _run(target: Connection[Any], name: str, statement: str) -> None:
    try:
        target.execute(sql.SQL(statement))
    except psycopg.Error as error:
        raise NotCopiedError(
            f"The copy stops at {name}: {error.diag.message_primary} ({statement[:200]})"
        ) from error
