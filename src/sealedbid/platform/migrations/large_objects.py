"""Large objects that tenants' statements left behind: no table, no policy, no tenant."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import psycopg
from psycopg import Connection

from sealedbid.platform.errors import SealedbidError
from sealedbid.platform.migrations.preflight import connect
from sealedbid.platform.postgres import connecting
from sealedbid.platform.postgres.logins import LOGINS, Login
from sealedbid.platform.postgres.queries import Queries

BATCH = 1000
"""Large objects in one transaction: each takes a lock until it ends."""

_STATEMENTS = Queries("sealedbid.platform.migrations", "large_objects")


def remove_large_objects(
    conninfo: str, conninfo_of: Callable[[Login], str]
) -> dict[str, tuple[int, str]]:
    """Unlink the logins' large objects at ``conninfo``, as a superuser or as each login.

    ``conninfo_of`` returns a login's connection string. Returns the remaining number for each
    login, and why they remain.
    """
    left: dict[str, tuple[int, str]] = {}
    with connect(conninfo) as connection:
        owners: dict[Login, int] = dict(
            connection.execute(_STATEMENTS["owners"], {"logins": list(LOGINS)}).fetchall()
        )
        for login, count in owners.items():
            try:
                if connection.info.parameter_status("is_superuser") == "on":
                    _remove(connection, login)
                    continue
                with connecting.connect(
                    conninfo_of(login), name="migrate", dbname=connection.info.dbname
                ) as own:
                    _remove(own, login)
            except SealedbidError as error:
                left[login] = (count, str(error))
            except psycopg.errors.InsufficientPrivilege:
                left[login] = (count, f"{login} may not call lo_unlink; a superuser may")
    return left


def _remove(connection: Connection[Any], login: Login) -> None:
    removed = BATCH
    while removed == BATCH:
        row = connection.execute(_STATEMENTS["unlink"], {"login": login, "batch": BATCH}).fetchone()
        assert row is not None  # an aggregate has one row
        removed = row[0]
