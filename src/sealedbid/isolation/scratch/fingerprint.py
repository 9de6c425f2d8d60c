"""A schema's fingerprint, and the differences between two."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from psycopg import Connection, sql

from sealedbid.platform.postgres.queries import Queries

_STATEMENTS = Queries("sealedbid.isolation", "fingerprint")
_PARTS = Queries("sealedbid.isolation", "scratch")

How: TypeAlias = Literal["missing", "added", "different"]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Every object that isolation depends on, by kind and name, as the server prints it."""

    objects: Mapping[tuple[str, str], str]

    @property
    def digest(self) -> str:
        """A sha256 over all objects, in hexadecimal."""
        hashed = hashlib.sha256()
        for (kind, name), text in sorted(self.objects.items()):
            hashed.update(f"{kind}\0{name}\0{text}\0".encode())
        return hashed.hexdigest()


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """An object that the copy lacks, adds or has differently."""

    kind: str
    name: str
    how: How


def fingerprint(connection: Connection[Any]) -> Fingerprint:
    """Read the fingerprint of the connection's database."""
    with connection.transaction():
        connection.execute("set local search_path = pg_catalog, pg_temp")
        statement = sql.SQL("{} {}").format(
            sql.SQL(_PARTS["parts"]), sql.SQL(_STATEMENTS["objects"])
        )
        rows = connection.execute(statement).fetchall()
    return Fingerprint({(kind, name): text for kind, name, text in rows})


def compare(wanted: Fingerprint, made: Fingerprint) -> tuple[Difference, ...]:
    """List the differences of ``made`` from ``wanted``."""
    found = []
    for key in wanted.objects.keys() | made.objects.keys():
        if wanted.objects.get(key) != made.objects.get(key):
            how: How = "different"
            if key not in made.objects:
                how = "missing"
            elif key not in wanted.objects:
                how = "added"
            found.append(Difference(*key, how))
    return tuple(sorted(found))
