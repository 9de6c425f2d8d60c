"""Reads statements that make a schema out of the catalog of another database, and runs them.

No dump program: one that is older than the server refuses it, and none need be there at all.
"""

from __future__ import annotations

from typing import Any, Final

import psycopg
from psycopg import Connection, sql

from sealedbid.isolation.errors import IsolationError
from sealedbid.platform.postgres.queries import Queries

_STATEMENTS: Final = Queries("sealedbid.isolation", "scratch")

# In the order in which they can run: what is resolved when it is made comes after what it names.
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
    """The schema holds something that cannot be made again, or may not be."""


def copy_schema(source: Connection[Any], target: Connection[Any]) -> None:
    """Make the schema of ``source`` in the empty database of ``target``, which the same role owns.

    Rows are not copied, but for the seal's lists of itself; nor is what a platform keeps beside us.
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
    """Schemas of which no copy is made: somebody else's, whom we are not."""
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
