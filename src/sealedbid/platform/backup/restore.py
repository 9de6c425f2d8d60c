"""Brings a backup back into an empty database, and compares what came."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import psycopg

from sealedbid.platform.backup.errors import BackupError
from sealedbid.platform.backup.manifest import Manifest, count_rows, read_manifest
from sealedbid.platform.backup.programs import run
from sealedbid.platform.migrations.roles import close_functions, ensure_roles
from sealedbid.platform.postgres.queries import Queries

_STATEMENTS = Queries("sealedbid.platform.backup", "backup")


def restore(owner: str, maker: str, file: Path, password_of: Callable[[str], str]) -> Manifest:
    """Restore ``file`` into the empty database at ``owner``, as the superuser at ``maker``.

    Roles are made first, with passwords by ``password_of``; keys are made new, so that contexts of
    before do not verify. All in one transaction: raises BackupError, and the database is empty
    still, or when a table has not as many rows as the manifest says.
    """
    manifest = read_manifest(file)
    with psycopg.connect(maker, autocommit=True) as connection:
        there = connection.execute(_STATEMENTS["objects"]).fetchone()
        if there is None or there[0]:
            raise BackupError(
                f"{connection.info.dbname} is not empty: a backup is restored into a new database."
            )
    ensure_roles(owner, password_of)
    run(
        "pg_restore",
        ["--exit-on-error", "--single-transaction", f"--dbname={_name(maker)}", str(file)],
        maker,
    )
    with psycopg.connect(maker, autocommit=True) as connection:
        close_functions(connection)
        connection.execute(_STATEMENTS["context_key"])
        for statement in connection.execute(_STATEMENTS["database_privileges"]).fetchall():
            connection.execute(statement[0])
        came = count_rows(connection)
    if differing := sorted(t for t in manifest.rows if came.get(t) != manifest.rows[t]):
        raise BackupError(
            f"{differing[0]} has {came.get(differing[0], 0)} rows and had "
            f"{manifest.rows[differing[0]]}: the restore is not whole."
        )
    return manifest


def _name(conninfo: str) -> str:
    with psycopg.connect(conninfo) as connection:
        return connection.info.dbname
