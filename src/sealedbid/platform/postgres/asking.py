"""A few questions over one connection, for a command or a scrape."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, LiteralString, TypeVar

from psycopg import Connection
from psycopg.rows import class_row

from sealedbid.platform.postgres.connecting import PATIENCE, connect

Model = TypeVar("Model")


class Asking:
    """An open connection: statements in, rows out."""

    def __init__(self, connection: Connection[Any]) -> None:
        self._connection = connection

    def all(self, statement: LiteralString, row: type[Model], **params: Any) -> list[Model]:
        """Every row, each made into a ``row``."""
        cursor = self._connection.cursor(row_factory=class_row(row))
        return cursor.execute(statement, params).fetchall()

    def tuples(self, statement: LiteralString, **params: Any) -> list[tuple[Any, ...]]:
        """Every row as the driver gives it."""
        return self._connection.execute(statement, params).fetchall()


@contextmanager
def asking(conninfo: str, *, name: str, patience: float = PATIENCE) -> Iterator[Asking]:
    """Connect for a few questions. Raises LoginRefusedError, DatabaseUnreachableError."""
    with connect(conninfo, name=name, patience=patience) as connection:
        yield Asking(connection)
