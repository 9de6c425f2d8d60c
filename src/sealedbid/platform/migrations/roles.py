"""The roles of the cluster: created once, verified every time."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, LiteralString, TypeVar

import psycopg
from psycopg import Connection, sql
from psycopg.rows import scalar_row

from sealedbid.platform.migrations.errors import (
    RolesInUseError,
    UnsafeRolesError,
    UnsuitableDatabaseError,
)
from sealedbid.platform.migrations.preflight import connect
from sealedbid.platform.postgres.logins import LOGINS
from sealedbid.platform.postgres.queries import Queries
from sealedbid.platform.shipped import database_files

ATTEMPTS = 20
LOCK_TIMEOUT = 60  # seconds to wait for another installer of the same roles

T = TypeVar("T")

_STATEMENTS = Queries("sealedbid.platform.migrations", "preflight")
# Errors of two installers that create roles at once: tuple concurrently updated, role exists
# already, deadlock. Each is one transaction, so the loser tries again and finds the winner's roles.
# There is no lock to take turns by: roles belong to the cluster, and tenants could hold any lock
# that all its databases share (an advisory lock in one of them).
_COLLISIONS = ("XX000", "23505", "42710", "40P01")


def ensure_roles(conninfo: str, password_of: Callable[[str], str]) -> list[str]:
    """Create missing roles and verify all; returns the logins that were created.

    ``password_of`` returns the password of a new login; it is called for no other. Raises
    UnsafeRolesError if a role differs from its definition, and DatabaseUnreachableError.
    """

    def ensure() -> list[str]:
        with connect(conninfo) as connection:
            return _ensure(connection, password_of)

    return _without_collision(ensure)


def close_functions(connection: Connection[Any]) -> None:
    """Close functions of the server that everybody may call and tenants must not.

    Only a superuser can; for others this does nothing, and the audit warns. Raises
    UnsuitableDatabaseError if the functions were closed before without letting the seal in.
    """
    _without_collision(lambda: connection.execute(_read("functions.sql")))
    row = connection.execute(_STATEMENTS["seal_looks"]).fetchone()
    if row is None or not row[0]:
        raise UnsuitableDatabaseError(
            f"The seal may not look for leftovers of a session of {connection.info.dbname}: as an "
            "administrator, run grant execute on function pg_prepared_statement(), pg_cursor() "
            "to sb_seal."
        )


def _without_collision(change: Callable[[], T]) -> T:
    """Retry a change that collided with another installer's."""
    for attempt in range(1, ATTEMPTS + 1):
        try:
            return change()
        except psycopg.Error as error:
            if error.sqlstate not in _COLLISIONS or attempt == ATTEMPTS:
                raise
            time.sleep(0.05 * attempt)
    raise AssertionError  # the last attempt returns or raises


def _ensure(connection: Connection[Any], password_of: Callable[[str], str]) -> list[str]:
    connection.execute(_STATEMENTS["wait_for_locks"], {"seconds": LOCK_TIMEOUT})
    with connection.transaction(), connection.cursor(row_factory=scalar_row) as cursor:
        cursor.execute(_STATEMENTS["existing_logins"], {"logins": list(LOGINS)})
        there = set(cursor.fetchall())
        made: list[str] = [login for login in LOGINS if login not in there]
        try:
            cursor.execute(_read("create.sql"))
        except psycopg.errors.InsufficientPrivilege:
            raise UnsafeRolesError(
                f"{connection.info.user} may not use the roles of Sealedbid that this server has "
                "already: install with the login that made them, or on another server."
            ) from None
        for login in made:
            _set_password(connection, login, password_of(login))
        cursor.execute(_read("settings.sql"))
        cursor.execute(_read("faults.sql"))
        if faults := cursor.fetchall():
            raise UnsafeRolesError(
                "The roles of this server are not safe to build on, so nothing was changed: "
                f"{'; '.join(faults)}. Mend or drop them, or use another server."
            )
    return made


def reset_passwords(conninfo: str, password_of: Callable[[str], str]) -> None:
    """Give all four logins the passwords of ``password_of``. Open sessions stay open.

    Raises RolesInUseError if a session locks a role, as a login can by changing its own settings.
    """
    with connect(conninfo) as connection:
        connection.execute(_STATEMENTS["wait_for_locks"], {"seconds": LOCK_TIMEOUT})
        try:
            with connection.transaction():
                for login in LOGINS:
                    _set_password(connection, login, password_of(login))
        except psycopg.errors.LockNotAvailable:
            raise RolesInUseError(
                f"No password was changed: a session has held one of the logins for {LOCK_TIMEOUT} "
                "seconds. Stop what uses them (serve, worker), and run this again."
            ) from None


def _set_password(connection: Connection[Any], login: str, password: str) -> None:
    """Send only the verifier (RFC 5803): no statement and no log has the password."""
    verifier = connection.pgconn.encrypt_password(
        password.encode(), login.encode(), b"scram-sha-256"
    )
    connection.execute(
        sql.SQL("alter role {} password {}").format(
            sql.Identifier(login), sql.Literal(verifier.decode())
        )
    )


def _read(name: str) -> LiteralString:
    return (database_files() / "roles" / name).read_text(encoding="utf-8")
