"""Writes a backup, of one snapshot, to a file: everything or nothing."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from psycopg import Connection, IsolationLevel

from sealedbid.platform.backup.errors import BackupError
from sealedbid.platform.backup.manifest import (
    LEFT_OUT,
    Manifest,
    count_rows,
    digest,
    manifest_path,
    write_manifest,
)
from sealedbid.platform.backup.programs import partial, run
from sealedbid.platform.migrations.finish import is_unfinished
from sealedbid.platform.postgres.connecting import connect
from sealedbid.platform.postgres.queries import Queries

_STATEMENTS = Queries("sealedbid.platform.backup", "backup")


def back_up(conninfo: str, file: Path) -> Manifest:
    """Dump the database at ``conninfo`` to ``file`` (pg_dump's custom format), mode 0600.

    Counts and dump are of one snapshot. Raises BackupError if the role does not see every row, if
    the file cannot be written or exists, or if pg_dump failed; then no file is left.
    """
    try:
        _check_target(file)
        return _back_up(conninfo, file)
    except OSError as error:
        raise BackupError(f"{file} cannot be written: {error.strerror}.") from None


def _back_up(conninfo: str, file: Path) -> Manifest:
    with connect(conninfo, name="backup") as connection:
        _check_source(connection)
        connection.autocommit = False
        connection.isolation_level = IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        snapshot = connection.execute(_STATEMENTS["snapshot"]).fetchone()
        schema = connection.execute(_STATEMENTS["schema"]).fetchone()
        assert snapshot is not None
        assert schema is not None
        rows = count_rows(connection)
        left_out = [f"--exclude-table-data={table}" for table in LEFT_OUT]
        with _half_written(file) as half:
            arguments = [
                "--format=custom",
                "--no-large-objects",
                f"--file={half}",
                f"--snapshot={snapshot[0]}",
            ]
            run("pg_dump", [*arguments, *left_out], conninfo)
            with half.open("rb") as written:
                os.fsync(written.fileno())
            version = str(connection.info.server_version)
            now = datetime.now(UTC).isoformat()
            manifest = Manifest(version, schema[0], now, digest(half), rows)
            write_manifest(file, manifest)
            half.rename(file)
    return manifest


def _check_target(file: Path) -> None:
    if file.is_dir():
        raise BackupError(f"{file} is a folder: name a file in it.")
    for path in (file, manifest_path(file)):
        if os.path.lexists(path):
            raise BackupError(f"{path} exists: a backup replaces nothing. Name a new file.")
    if not file.parent.is_dir():
        raise BackupError(f"There is no folder {file.parent}: make it first, or name another.")


def _check_source(connection: Connection[Any]) -> None:
    sees_all = connection.execute(_STATEMENTS["sees_all"]).fetchone()
    if sees_all is None or not sees_all[0]:
        raise BackupError(
            f"{connection.info.user} does not see every row, so its dump would be a part: "
            "row-level security binds the owner too. Give --url a role that bypasses it "
            "(`create role backup login bypassrls`), or a superuser."
        )
    if is_unfinished(connection):
        raise BackupError(
            "The restore of this database was cut off: finish it with `sealedbid migrate` first."
        )


@contextmanager
def _half_written(file: Path) -> Iterator[Path]:
    """Path of the unfinished file; removed afterwards. Raises BackupError."""
    half = partial(file)
    handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    with os.fdopen(handle, "wb") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BackupError(f"Another backup writes {file} at this moment.") from None
        try:
            yield half
        finally:
            half.unlink(missing_ok=True)
