"""What a restore does after its rows are there, found and done again where it was cut off."""

from __future__ import annotations

from typing import Any

from psycopg import Connection

from sealedbid.platform.postgres.queries import Queries

_STATEMENTS = Queries("sealedbid.platform.migrations", "finish")


def is_unfinished(connection: Connection[Any]) -> bool:
    """True if a backup was restored here and nobody can open a context yet.

    A backup has no key, and whoever migrates a database makes one.
    """
    there = connection.execute(_STATEMENTS["has_seal"]).fetchone()
    if there is None or not there[0]:
        return False
    row = connection.execute(_STATEMENTS["has_key"]).fetchone()
    return row is not None and not row[0]


def close_to_all(connection: Connection[Any]) -> None:
    """Let nobody into the database but its owner, until ``finish`` does."""
    for (statement,) in connection.execute(_STATEMENTS["close_to_all"]).fetchall():
        connection.execute(statement)


def finish(connection: Connection[Any]) -> None:
    """Make a key for contexts and let the logins in; both or neither."""
    with connection.transaction():
        close_to_all(connection)
        for (statement,) in connection.execute(_STATEMENTS["open_to_logins"]).fetchall():
            connection.execute(statement)
        connection.execute(_STATEMENTS["context_key"])
