"""The roles of the cluster: made once, verified every time."""

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
from sealedbid.platform.migrations.files import database_files
from sealedbid.platform.migrations.preflight import connect
from sealedbid.platform.postgres.logins import LOGINS
from sealedbid.platform.postgres.queries import Queries

ATTEMPTS = 20
LOCK_TIMEOUT = 60  # seconds to wait for another who makes the same role, or changes a login

T = TypeVar("T")

_STATEMENTS = Queries("sealedbid.platform.migrations", "preflight")
# What two installations that make roles at once do to each other: tuple concurrently updated, role
# exists already, deadlock. Each is one transaction, so the loser tries again and finds what the
# winner made. There is no lock to take turns by: roles belong to the cluster, and what all its
# databases share to be locked (an advisory lock in one of them) tenants could hold, too.
_COLLISIONS = ("XX000", "23505", "42710", "40P01")


def ensure_roles(conninfo: str, password_of: Callable[[str], str]) -> list[str]:
    """Make the roles that are missing, and verify all. The logins that were made.

    ``password_of`` gives the password of a login that is made; it is asked for no other. Raises
    UnsafeRolesError when a role is not as it must be, DatabaseUnreachableError.
    """

    def ensure() -> list[str]:
        with connect(conninfo) as connection:
            return _ensure(connection, password_of)

    return _without_collision(ensure)


def close_functions(connection: Connection[Any]) -> None:
    """Close the functions that show statements to everybody, in this database.

    Only a superuser can; of anybody else it is not asked, and the audit warns. Raises
    UnsuitableDatabaseError where somebody closed them before and the seal was not let in.
    """
    _without_collision(lambda: connection.execute(_read("functions.sql")))
    row = connection.execute(_STATEMENTS["seal_looks"]).fetchone()
    if row is None or not row[0]:
        raise UnsuitableDatabaseError(
            f"The seal may not ask what was left in a session of {connection.info.dbname}: as an "
            "administrator, run grant execute on function pg_prepared_statement(), pg_cursor() "
            "to sb_seal."
        )


def _without_collision(change: Callable[[], T]) -> T:
    """Try again what another installation, which does the same, has got in the way of."""
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
    """Give all four logins the passwords of ``password_of``. Sessions that are open stay open.

    Raises RolesInUseError: a session holds a role, as a login can whose own settings it changes.
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
    """The server is given the verifier (RFC 5803): the password is in no statement and no log."""
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
