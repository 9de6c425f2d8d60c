"""Brings a database to the newest schema."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import psycopg
from psycopg import Connection
from psycopg.rows import scalar_row

from sealedbid.platform.migrations.dbmate import apply_pending
from sealedbid.platform.migrations.development import refuse_development
from sealedbid.platform.migrations.drift import Difference, accept, drift, refuse
from sealedbid.platform.migrations.errors import MigrationError
from sealedbid.platform.migrations.files import Migration, all_migrations
from sealedbid.platform.migrations.finish import finish, is_unfinished
from sealedbid.platform.migrations.preflight import check_database, connect
from sealedbid.platform.migrations.roles import close_functions, ensure_roles
from sealedbid.platform.postgres.queries import Queries

TURN_TIMEOUT = 300  # seconds to wait for another migration of the same database

_STATEMENTS = Queries("sealedbid.platform.migrations", "preflight")


@dataclass(frozen=True, slots=True)
class MigrationStatus:
    """Migrations applied and pending, in order of number, and changes made by hand."""

    applied: list[Migration]
    pending: list[Migration]
    drift: list[Difference] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class MigrationResult:
    """Migrations that were applied, logins that were created, differences that were accepted."""

    applied: list[Migration]
    logins_made: list[str]
    accepted: int = 0


def status(conninfo: str) -> MigrationStatus:
    """Compare the database with the migrations; changes nothing. Raises DevelopmentVersionError."""
    with connect(conninfo) as connection:
        return _status(connection)


def migrate(
    conninfo: str,
    password_of: Callable[[str], str],
    *,
    lock_timeout: int = 10,
    accept_drift: bool = False,
) -> MigrationResult:
    """Create the roles, apply pending migrations, and finish a restore that was cut off.

    Running it again changes nothing. Refuses a schema that was changed by hand, or with
    ``accept_drift`` records the changes and goes on.

    Several may run at once, on one database and on several of one cluster. ``conninfo`` is that of
    the database's owner with CREATEROLE; no superuser is needed. Raises UnsuitableDatabaseError,
    UnsafeRolesError, DevelopmentVersionError, DriftError, MigrationError, DatabaseUnreachableError.
    """
    with connect(conninfo) as connection:
        check_database(connection)
        refuse_development(_applied(connection))
        made = ensure_roles(conninfo, password_of)
        accepted = _stop_at_drift(connection, accept_drift=accept_drift)
        close_functions(connection)
        pending = _status(connection).pending
        if pending:
            with _turn(connection):
                pending = _status(connection).pending
                refuse(drift(connection))
                if pending:
                    apply_pending(connection, pending, lock_timeout=lock_timeout)
        if is_unfinished(connection):
            with _turn(connection):
                if is_unfinished(connection):
                    finish(connection)
        return MigrationResult(applied=pending, logins_made=made, accepted=accepted)


def _stop_at_drift(connection: Connection[Any], *, accept_drift: bool) -> int:
    """Raise DriftError, or accept the differences and return their number."""
    if not drift(connection):
        return 0
    # Another migration that commits meanwhile looks like drift: compare again in turn.
    with _turn(connection):
        if accept_drift:
            return accept(connection)
        refuse(drift(connection))
    return 0


@contextmanager
def _turn(connection: Connection[Any]) -> Iterator[None]:
    """Be the only migration of this database for the block. Raises MigrationError."""
    connection.execute(_STATEMENTS["wait_for_locks"], {"seconds": TURN_TIMEOUT})
    _make_bookkeeping(connection)
    with connection.transaction():
        # The block runs in another session while this one only holds the lock.
        connection.execute("set local idle_in_transaction_session_timeout = 0")
        try:
            connection.execute(_STATEMENTS["take_turn"])
        except psycopg.errors.LockNotAvailable:
            raise MigrationError(
                f"Another migration of {connection.info.dbname} has worked for {TURN_TIMEOUT} "
                "seconds: wait until it ends, or end it."
            ) from None
        yield


def _make_bookkeeping(connection: Connection[Any]) -> None:
    """Create the table of turns, unless another process creates it at the same moment."""
    for _ in range(3):
        try:
            connection.execute(_STATEMENTS["make_bookkeeping_schema"])
            connection.execute(_STATEMENTS["make_bookkeeping"])
        except (psycopg.errors.UniqueViolation, psycopg.errors.DuplicateObject):
            continue
        return


def _applied(connection: Connection[Any]) -> set[str]:
    """Versions of the migrations that the database has."""
    with connection.cursor(row_factory=scalar_row) as cursor:
        if not cursor.execute(_STATEMENTS["migrations_table"]).fetchone():
            return set()
        return set(cursor.execute(_STATEMENTS["applied"]).fetchall())


def _status(connection: Connection[Any]) -> MigrationStatus:
    applied = _applied(connection)
    refuse_development(applied)
    migrations = all_migrations()
    return MigrationStatus(
        applied=[migration for migration in migrations if migration.version in applied],
        pending=[migration for migration in migrations if migration.version not in applied],
        drift=drift(connection),
    )
