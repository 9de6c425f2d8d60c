"""Bringing a database to the newest schema."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from psycopg import Connection
from psycopg.rows import scalar_row

from sealedbid.platform.migrations.dbmate import apply_pending
from sealedbid.platform.migrations.files import Migration, all_migrations
from sealedbid.platform.migrations.preflight import check_database, connect
from sealedbid.platform.migrations.roles import close_functions, ensure_roles
from sealedbid.platform.postgres.queries import Queries

_STATEMENTS = Queries("sealedbid.platform.migrations", "preflight")


@dataclass(frozen=True, slots=True)
class MigrationStatus:
    """What a database has and lacks, in order of number."""

    applied: list[Migration]
    pending: list[Migration]


@dataclass(frozen=True, slots=True)
class MigrationResult:
    """What a run did: migrations that it found pending, logins that it made."""

    applied: list[Migration]
    logins_made: list[str]


def status(conninfo: str) -> MigrationStatus:
    """What the database has and lacks; changes nothing."""
    with connect(conninfo) as connection:
        return _status(connection)


def migrate(
    conninfo: str, password_of: Callable[[str], str], *, lock_timeout: int = 10
) -> MigrationResult:
    """Make the roles, then apply what is pending. Doing it again changes nothing.

    Safe when several do it at once, on one database and on several of one cluster. ``conninfo`` is
    the database's owner with CREATEROLE; no superuser is needed. Raises UnsuitableDatabaseError,
    UnsafeRolesError, MigrationError, DatabaseUnreachableError.
    """
    with connect(conninfo) as connection:
        check_database(connection)
        made = ensure_roles(conninfo, password_of)
        close_functions(connection)
        pending = _status(connection).pending
        if pending:
            apply_pending(connection, lock_timeout=lock_timeout)
        return MigrationResult(applied=pending, logins_made=made)


def _status(connection: Connection[Any]) -> MigrationStatus:
    with connection.cursor(row_factory=scalar_row) as cursor:
        applied: set[str] = set()
        if cursor.execute(_STATEMENTS["migrations_table"]).fetchone():
            applied = set(cursor.execute(_STATEMENTS["applied"]).fetchall())
    migrations = all_migrations()
    return MigrationStatus(
        applied=[migration for migration in migrations if migration.version in applied],
        pending=[migration for migration in migrations if migration.version not in applied],
    )
