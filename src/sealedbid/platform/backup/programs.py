"""pg_dump and pg_restore 18 of the embedded server's package, which serve older servers too."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

from psycopg.conninfo import conninfo_to_dict

from sealedbid.platform.backup.errors import BackupError
from sealedbid.platform.embedded.binaries import package_binaries

_VARIABLES = {
    "host": "PGHOST",
    "port": "PGPORT",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "dbname": "PGDATABASE",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
    "sslcert": "PGSSLCERT",
    "sslkey": "PGSSLKEY",
}


def run(program: str, arguments: Sequence[str], conninfo: str) -> None:
    """Run a program on the database; no process list shows the password. Raises BackupError."""
    given = {k: str(v) for k, v in conninfo_to_dict(conninfo).items() if v is not None}
    options = {"PGOPTIONS": given["options"]} if "options" in given else {}
    environment = {_VARIABLES[k]: v for k, v in given.items() if k in _VARIABLES} | options
    path = package_binaries() / program
    done = subprocess.run(
        [str(path), "--no-password", *arguments],
        env={"PATH": os.defpath, "LC_ALL": "C", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode < 0:
        ended = signal.Signals(-done.returncode).name
        raise BackupError(f"{program} was ended by {ended}: nothing was kept.")
    if done.returncode:
        said = next((line for line in done.stderr.splitlines() if "error" in line.lower()), "")
        reason = said.partition("error: ")[2] or done.stderr.strip()[:300]
        raise BackupError(f"{program} failed: {reason or f'exit code {done.returncode}'}")


def partial(file: Path) -> Path:
    """Path of a file until it is whole."""
    return file.with_name(f".{file.name}.part")
