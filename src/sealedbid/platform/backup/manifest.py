"""The manifest beside a backup, which a restore is compared with."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from psycopg import Connection, sql

from sealedbid.platform.backup.errors import BackupError
from sealedbid.platform.errors import ended
from sealedbid.platform.postgres.queries import Queries

_STATEMENTS = Queries("sealedbid.platform.backup", "backup")
# Keys of contexts, signatures and refresh tokens: a backup has none. A restore creates new ones,
# and people sign in again.
LEFT_OUT = ("seal_private.keys", "seal_private.session_keys")


@dataclass(frozen=True, slots=True)
class Manifest:
    """Contents of one backup."""

    server: str
    schema: str
    """The newest migration of the database."""
    taken_at: str
    sha256: str
    """Hash of the file."""
    rows: Mapping[str, int]
    """Number of rows by table; the tables of LEFT_OUT are not here."""


def manifest_path(file: Path) -> Path:
    """Path of the manifest of the backup ``file``."""
    return file.with_name(file.name + ".json")


def write_manifest(file: Path, manifest: Manifest) -> None:
    """Write the manifest beside the file with mode 0600; whole, or not at all."""
    path = manifest_path(file)
    path.touch(mode=0o600)
    try:
        path.write_text(json.dumps(asdict(manifest), indent=2) + "\n", encoding="utf-8")
    except OSError:
        path.unlink()
        raise


def read_manifest(file: Path) -> Manifest:
    """Read the manifest of ``file`` and verify the file's hash. Raises BackupError."""
    path = manifest_path(file)
    if not file.exists():
        raise BackupError(f"There is no {file}.")
    if file.is_dir():
        raise BackupError(f"{file} is a folder: name the backup in it.")
    if not path.exists():
        raise BackupError(f"{path} is missing: it says what {file.name} has to hold. Copy it too.")
    try:
        manifest = _parse(path.read_text(encoding="utf-8"))
        found = digest(file)
    except ValueError as error:
        raise BackupError(f"{path} is not the manifest of a backup: {ended(str(error))}") from None
    except OSError as error:
        raise BackupError(f"{error.filename} cannot be read: {error.strerror}.") from None
    if manifest.sha256 != found:
        raise BackupError(
            f"{file} is not as it was written: its sha256 is not that of {path.name}. Copy both "
            "again."
        )
    return manifest


def _parse(text: str) -> Manifest:
    """Parse a manifest. Raises ValueError."""
    read = json.loads(text)
    names = [field.name for field in fields(Manifest)]
    if not isinstance(read, dict) or not isinstance(read.get("rows"), dict):
        raise ValueError("it does not list rows")
    if absent := [name for name in names if name not in read]:
        raise ValueError(f"it has no {', '.join(absent)}")
    return Manifest(**{name: read[name] for name in names})


def digest(file: Path) -> str:
    """The sha256 of a file, in hexadecimal."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def count_rows(connection: Connection[Any]) -> dict[str, int]:
    """Count the rows of each table in the open transaction, as a role that sees all of them."""
    tables = [row[0] for row in connection.execute(_STATEMENTS["tables"], {"out": list(LEFT_OUT)})]
    counts = {}
    for table in tables:
        row = connection.execute(sql.SQL("select count(*) from " + table)).fetchone()
        assert row is not None
        counts[table] = int(row[0])
    return counts
