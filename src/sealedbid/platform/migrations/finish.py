"""Finishes a restore after its rows are there, also one that was cut off."""

from __future__ import annotations

from typing import Any

from psycopg import Connection

from sealedbid.platform.postgres.queries import Queries

_STATEMENTS = Queries("sealedbid.platform.migrations", "finish")


def is_unfinished(connection: Connection[Any]) -> bool:
    """True if a backup was restored here and contexts cannot be opened yet.

    A backup has no key; a migration creates one.
    """
    there = connection.execute(_STATEMENTS["has_seal"]).fetchone()
    if there is None or not there[0]:
        return False
    row = connection.execute(_STATEMENTS["has_key"]).fetchone()
    return row is not None and not row[0]


def close_to_all(connection: Connection[Any]) -> None:
    """Let only the owner connect to the database, until ``finish``."""
    for (statement,) in connection.execute(_STATEMENTS["close_to_all"]).fetchall():
        connection.execute(statement)


def finish(connection: Connection[Any]) -> None:
    """Create a key for contexts and let the logins connect; both or neither."""
    with connection.transaction():
        close_to_all(connection)
        for (statement,) in connection.execute(_STATEMENTS["open_to_logins"]).fetchall():
            connection.execute(statement)
        connection.execute(_STATEMENTS["context_key"])
