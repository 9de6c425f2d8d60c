"""Checks that a database can carry Sealedbid, before anything is changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg import Connection
from psycopg.rows import class_row

from sealedbid.platform.migrations.errors import UnsuitableDatabaseError
from sealedbid.platform.postgres import connecting
from sealedbid.platform.postgres.queries import Queries

OLDEST_SERVER = 15
OLDEST_PGVECTOR = (0, 8)

_STATEMENTS = Queries("sealedbid.platform.migrations", "preflight")


@dataclass(frozen=True, slots=True)
class _Facts:
    login: str
    database: str
    encoding: str
    is_database_owner: bool
    may_create_roles: bool
    may_use_public: bool
    vector_installed: str | None
    vector_available: str | None


def connect(conninfo: str) -> Connection[Any]:
    """Connect the installer, in autocommit. Raises DatabaseUnreachableError."""
    return connecting.connect(conninfo, name="migrate")


def check_database(connection: Connection[Any]) -> None:
    """Raise UnsuitableDatabaseError, with one sentence that says what to do, or return."""
    major = connection.info.server_version // 10000
    if major < OLDEST_SERVER:
        raise UnsuitableDatabaseError(
            f"This server is PostgreSQL {major}: Sealedbid needs {OLDEST_SERVER} or newer."
        )
    with connection.cursor(row_factory=class_row(_Facts)) as cursor:
        facts = cursor.execute(_STATEMENTS["facts"]).fetchone()
    assert facts is not None  # a select without from has one row
    login, database = facts.login, facts.database
    if facts.encoding != "UTF8":
        raise UnsuitableDatabaseError(
            f"The database {database} is encoded in {facts.encoding}: make one in UTF8."
        )
    if not facts.is_database_owner:
        raise UnsuitableDatabaseError(
            f"{login} does not own the database {database}: as an administrator, run "
            f'alter database "{database}" owner to "{login}".'
        )
    if not facts.may_create_roles:
        raise UnsuitableDatabaseError(
            f"{login} may not create roles: as an administrator, run "
            f'alter role "{login}" createrole.'
        )
    if not facts.may_use_public:
        raise UnsuitableDatabaseError(
            f"{login} may not grant privileges on the schema public of {database}: as an "
            f'administrator, run grant all on schema public to "{login}" with grant option.'
        )
    _check_pgvector(connection, facts)


def _check_pgvector(connection: Connection[Any], facts: _Facts) -> None:
    oldest = ".".join(map(str, OLDEST_PGVECTOR))
    if facts.vector_installed is None:
        if facts.vector_available is None:
            raise UnsuitableDatabaseError(
                f"This server has no pgvector: install pgvector {oldest} or newer on it, then, as "
                f"an administrator, run create extension vector in the database {facts.database}."
            )
        try:
            connection.execute("create extension vector")
        except psycopg.errors.InsufficientPrivilege:
            raise UnsuitableDatabaseError(
                f"{facts.login} may not install extensions: as an administrator, run "
                f"create extension vector in the database {facts.database}."
            ) from None
    version = facts.vector_installed or facts.vector_available or "0"
    if tuple(map(int, version.split(".")[:2])) < OLDEST_PGVECTOR:
        raise UnsuitableDatabaseError(
            f"The database {facts.database} has pgvector {version}: install {oldest} or newer, "
            "then, as an administrator, run alter extension vector update."
        )
