"""Applies migrations with dbmate: each file and its bookkeeping in one transaction."""

from __future__ import annotations

import os
import shutil
import subprocess
import sysconfig
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from psycopg import Connection

from sealedbid.platform.migrations.errors import MigrationError
from sealedbid.platform.migrations.files import Migration

TABLE = "dbmate.schema_migrations"


def apply_pending(
    connection: Connection[Any], pending: Sequence[Migration], *, lock_timeout: int
) -> str:
    """Apply these migrations, guarded, to the database of ``connection``; returns dbmate's output.

    ``lock_timeout`` is in seconds, for each lock on a table. The caller holds the turn: dbmate's
    own lock is an advisory one, which any login of the database could hold for good. Raises
    MigrationError: the failing file is rolled back as a whole, those before it stay.
    """
    arguments = [
        _executable(),
        "--env-file",
        os.devnull,
        "--migrations-table",
        TABLE,
        "--no-dump-schema",
        "--migrations-dir",
    ]
    # The URL has a password: the environment hides it from other users.
    environment = {
        "DATABASE_URL": _url(connection),
        "PGOPTIONS": f"-c lock_timeout={lock_timeout}s -c client_min_messages=warning",
    }
    with tempfile.TemporaryDirectory(prefix="sealedbid-migrations-") as folder:
        for migration in pending:
            (Path(folder) / migration.path.name).write_text(migration.guarded(), encoding="utf-8")
        result = subprocess.run(
            [*arguments, folder, "migrate"],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
    if result.returncode != 0:
        reason = (result.stderr or result.stdout).strip().removeprefix("Error: ")
        raise MigrationError(
            f"A migration failed and was rolled back: {_failing(result.stdout)}{reason}"
        )
    return result.stdout


def _failing(output: str) -> str:
    last = output.strip().rpartition("\n")[2]
    return f"{last.removeprefix('Applying: ')}: " if last.startswith("Applying: ") else ""


def _executable() -> str:
    beside = Path(sysconfig.get_path("scripts")) / "dbmate"
    found = str(beside) if beside.exists() else shutil.which("dbmate")
    if found is None:
        raise MigrationError("dbmate is missing: install Sealedbid's dependencies again.")
    return found


def _url(connection: Connection[Any]) -> str:
    """URL of the database of ``connection`` for dbmate's driver.

    That driver knows fewer settings than libpq (service files, several hosts), so it gets the
    values that libpq resolved.
    """
    info = connection.info
    parameters = connection.info.get_parameters()
    encrypted = parameters.get("sslmode", "prefer") if connection.pgconn.ssl_in_use else "disable"
    options = {"sslmode": "require" if encrypted in ("prefer", "allow") else encrypted}
    for name in ("sslrootcert", "sslcert", "sslkey"):
        if name in parameters:
            options[name] = parameters[name]
    address = f"{info.host}:{info.port}"
    if info.host.startswith("/"):
        options |= {"host": info.host, "port": str(info.port)}
        address = ""
    elif ":" in info.host:
        address = f"[{info.host}]:{info.port}"
    user = f"{quote(info.user, safe='')}:{quote(info.password, safe='')}"
    return f"postgres://{user}@{address}/{quote(info.dbname, safe='')}?{urlencode(options)}"
