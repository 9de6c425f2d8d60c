"""Writes everything of one moment to a file, or nothing."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import psycopg
from psycopg import IsolationLevel

from sealedbid.platform.backup.errors import BackupError
from sealedbid.platform.backup.manifest import (
    LEFT_OUT,
    Manifest,
    count_rows,
    digest,
    write_manifest,
)
from sealedbid.platform.backup.programs import partial, run
from sealedbid.platform.postgres.queries import Queries

_STATEMENTS = Queries("sealedbid.platform.backup", "backup")


def back_up(conninfo: str, file: Path) -> Manifest:
    """Dump the database at ``conninfo`` to ``file`` (pg_dump's custom format), mode 0600.

    What is counted and what is dumped are of one snapshot. Raises BackupError: the role does not
    see every row, the file is there already, or pg_dump failed; then no file is left.
    """
    if file.exists():
        raise BackupError(f"{file} is there already: a backup replaces nothing.")
    half = partial(file)
    with psycopg.connect(conninfo) as connection:
        connection.isolation_level = IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        sees_all = connection.execute(_STATEMENTS["sees_all"]).fetchone()
        if sees_all is None or not sees_all[0]:
            raise BackupError(
                f"{connection.info.user} does not see every row, so its dump would be a part: "
                "row-level security binds the owner too. Give --url a role that bypasses it "
                "(`create role backup login bypassrls`), or a superuser."
            )
        snapshot = connection.execute(_STATEMENTS["snapshot"]).fetchone()
        assert snapshot is not None
        rows = count_rows(connection)
        half.touch(mode=0o600)
        left_out = [f"--exclude-table-data={table}" for table in LEFT_OUT]
        try:
            arguments = ["--format=custom", f"--file={half}", f"--snapshot={snapshot[0]}"]
            run("pg_dump", [*arguments, *left_out], conninfo)
            with half.open("rb") as written:
                os.fsync(written.fileno())
            version = str(connection.info.server_version)
            manifest = Manifest(version, datetime.now(UTC).isoformat(), digest(half), rows)
            write_manifest(file, manifest)
            half.rename(file)
        finally:
            half.unlink(missing_ok=True)
    return manifest
