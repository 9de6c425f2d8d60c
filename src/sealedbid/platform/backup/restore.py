"""Restores a backup into an empty database, and compares its counts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from psycopg import Connection

from sealedbid.platform.backup.errors import BackupError
from sealedbid.platform.backup.manifest import Manifest, count_rows, read_manifest
from sealedbid.platform.backup.programs import run
from sealedbid.platform.migrations.development import refuse_development
from sealedbid.platform.migrations.files import all_migrations
from sealedbid.platform.migrations.finish import close_to_all, finish, is_unfinished
from sealedbid.platform.migrations.roles import close_functions, ensure_roles
from sealedbid.platform.postgres.connecting import connect
from sealedbid.platform.postgres.queries import Queries

_STATEMENTS = Queries("sealedbid.platform.backup", "backup")


def restore(owner: str, maker: str, file: Path, password_of: Callable[[str], str]) -> Manifest:
    """Restore ``file`` into the empty database at ``owner``, as the superuser at ``maker``.

    Roles are created first, with passwords by ``password_of``. Rows come in one transaction, and no
    login may connect before they are compared and a new key is there, so that old contexts do not
    verify. A restore that was cut off in between goes on from there. Raises BackupError: the
    database is as it was, or a table has not as many rows as the manifest says. Raises
    DevelopmentVersionError if the backup is of a version before the first release.
    """
    manifest = read_manifest(file)
    _check_schema(manifest, file)
    with connect(maker, name="restore") as connection:
        _check_server(manifest, connection)
        if not is_unfinished(connection):
            there = connection.execute(_STATEMENTS["objects"]).fetchone()
            if there is None or there[0]:
                raise BackupError(
                    f"{connection.info.dbname} is not empty: a backup is restored into a new "
                    "database."
                )
            ensure_roles(owner, password_of)
            close_to_all(connection)
            database = f"--dbname={connection.info.dbname}"
            run(
                "pg_restore",
                ["--exit-on-error", "--single-transaction", database, str(file)],
                maker,
            )
        close_functions(connection)
        _compare(manifest, count_rows(connection))
        finish(connection)
    return manifest


def _compare(manifest: Manifest, came: dict[str, int]) -> None:
    if differing := sorted(t for t in manifest.rows if came.get(t) != manifest.rows[t]):
        raise BackupError(
            f"{differing[0]} has {came.get(differing[0], 0)} rows and had "
            f"{manifest.rows[differing[0]]}: this is not the backup that was restored here, or not "
            "all of it. Restore into a new database."
        )


def _check_schema(manifest: Manifest, file: Path) -> None:
    refuse_development([manifest.schema], "backup")
    newest = all_migrations()[-1].version
    if manifest.schema > newest:
        raise BackupError(
            f"{file} is of a newer Sealedbid: its schema is {manifest.schema}, and the newest that "
            f"this one knows is {newest}. Restore it with the version that made it."
        )


def _check_server(manifest: Manifest, connection: Connection[Any]) -> None:
    made, here = int(manifest.server) // 10000, connection.info.server_version // 10000
    if made > here:
        raise BackupError(
            f"The backup is of PostgreSQL {made} and this server is {here}: restore into "
            f"PostgreSQL {made} or newer."
        )
