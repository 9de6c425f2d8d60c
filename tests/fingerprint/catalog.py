"""Reading the fingerprint of a database."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeAlias

from psycopg import Connection, sql

from sealedbid.isolation.scratch import fingerprint
from sealedbid.platform.postgres.queries import Queries
from tests.fingerprint.plain import plain, plain_function, plain_trigger

Objects: TypeAlias = Mapping[tuple[str, str], str]
"""The text of each object, by its kind and name."""

DIGITS: Final = 16
"""Hexadecimal digits of a sha256 that a line keeps."""
# What a row has by chance, or by when it was written.
_BY_CHANCE: Final = frozenset({"created_at", "updated_at", "ipad", "opad"})

_STATEMENTS: Final = Queries("tests.fingerprint", "beside")


def read(connection: Connection[Any]) -> Objects:
    """Every object of the schema, and every row of its tables.

    Comments stay apart, and so does the order of columns. The rows are those that migrations
    write: compare databases that were migrated and not used.
    """
    with connection.transaction():
        connection.execute("set local search_path = pg_catalog, pg_temp")
        connection.execute("set local row_security = off")
        objects = dict(fingerprint(connection).objects)
        for kind, name, text in connection.execute(_STATEMENTS["objects"]).fetchall():
            objects[kind, name] = text
        for relation, name in connection.execute(_STATEMENTS["tables"]).fetchall():
            for row in _rows(connection, name):
                objects["row", f"{relation} {_key(row)}"] = json.dumps(row, sort_keys=True)
        noted = connection.execute(_STATEMENTS["notes_hold"]).fetchone()
    objects["notes", "objects that are not as they were noted"] = str(noted)
    return {(kind, name): _plain(kind, name, text) for (kind, name), text in objects.items()}


def lines(objects: Objects) -> list[str]:
    """A line for every object: the digest of its text, its kind and its name."""
    return [
        f"{hashlib.sha256(text.encode()).hexdigest()[:DIGITS]}  {kind}  {name}"
        for (kind, name), text in sorted(objects.items())
    ]


def _plain(kind: str, name: str, text: str) -> str:
    if kind == "function":
        return plain_function(name, text)
    if kind == "trigger":
        return plain_trigger(text)
    return plain(text)


def _rows(connection: Connection[Any], table: str) -> Iterator[dict[str, Any]]:
    """The rows of a table, without what is there by chance."""
    schema, name = table.split(".")
    statement = sql.SQL("select to_jsonb(t) from {} t").format(sql.Identifier(schema, name))
    for (row,) in connection.execute(statement):
        kept = {column: value for column, value in row.items() if column not in _BY_CHANCE}
        if table == "seal.noted" and kept["kind"] == "function":
            del kept["content"]  # a digest of the body, comments and all; the function is compared
        elif table == "seal.noted" and kept["kind"] == "trigger":
            kept["content"] = plain_trigger(kept["content"])
        yield kept


def _key(row: dict[str, Any]) -> str:
    """Return the row's columns that name it to a person, or its id."""
    words = [
        str(row[column])
        for column in ("relation", "kind", "action", "signature", "name", "column_name", "key")
        if row.get(column)
    ]
    return " ".join(words) or str(row.get("id", json.dumps(row, sort_keys=True)[:100]))
