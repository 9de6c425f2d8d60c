"""backup and restore: a file that cannot be used is one sentence, and nothing is left."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from sealedbid.platform.backup import (
    BackupError,
    back_up,
    dump,
    manifest_path,
    read_manifest,
    restore,
)
from sealedbid.platform.migrations import status
from sealedbid.platform.migrations.errors import DevelopmentVersionError
from sealedbid.platform.postgres.errors import LoginRefusedError
from sealedbid.platform.postgres.logins import login_password
from tests.fixtures.people import People
from tests.fixtures.server import Installation

MakeDatabase = Callable[..., Installation]


@pytest.fixture(scope="module")
def backed_up(
    make_database: MakeDatabase, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Installation, Path]:
    """A database with two organizations, and a backup of it."""
    installation = make_database()
    People(installation).world()
    file = tmp_path_factory.mktemp("backup") / "all.dump"
    back_up(installation.superuser, file)
    return installation, file


def bring_back(file: Path, into: Installation) -> None:
    settings = into.settings
    restore(into.owner, into.superuser, file, lambda login: login_password(settings, login))


def a_folder(path: Path) -> Path:
    path.mkdir()
    return path


def in_no_folder(path: Path) -> Path:
    return path / "absent" / "all.dump"


def in_a_file(path: Path) -> Path:
    path.write_text("")
    return path / "all.dump"


def with_a_manifest(path: Path) -> Path:
    manifest_path(path).write_text("{}")
    return path


def a_dangling_link(path: Path) -> Path:
    path.symlink_to(path.with_name("nowhere"))
    return path


def with_too_long_a_name(path: Path) -> Path:
    return path.with_name("x" * 300)


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        (a_folder, "is a folder: name a file in it"),
        (in_no_folder, r"There is no folder .*absent: make it first"),
        (in_a_file, "There is no folder"),
        (with_a_manifest, r"\.json exists: a backup replaces nothing"),
        (a_dangling_link, "exists: a backup replaces nothing"),
        (with_too_long_a_name, "cannot be written: File name too long"),
    ],
)
def test_a_target_that_is_none_is_named_and_left_as_it_is(
    backed_up: tuple[Installation, Path],
    tmp_path: Path,
    target: Callable[[Path], Path],
    sentence: str,
) -> None:
    file = target(tmp_path / "all.dump")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(BackupError, match=sentence):
        back_up(backed_up[0].superuser, file)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_folder_that_takes_no_file_is_named(backed_up: tuple[Installation, Path]) -> None:
    with pytest.raises(BackupError, match=r"cannot be written: "):
        back_up(backed_up[0].superuser, Path("/proc/all.dump"))


@pytest.mark.full
def test_a_disk_that_is_full_leaves_nothing(
    backed_up: tuple[Installation, Path], tmp_path: Path
) -> None:
    """A limit on the size of files stands for the disk."""
    command = f'ulimit -f 8 && exec "{sys.executable}" -m sealedbid backup --url "$URL" all.dump'
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=tmp_path,
        env={
            "PATH": os.environ["PATH"],
            "URL": backed_up[0].superuser,
            "DATABASE_URL": backed_up[0].owner,
            "PYTHONDONTWRITEBYTECODE": "1",  # a module's bytecode would be cut off at the limit
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "pg_dump was ended by SIGXFSZ" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_two_backups_of_one_name_are_not_mixed(
    backed_up: tuple[Installation, Path], tmp_path: Path
) -> None:
    file = tmp_path / "all.dump"
    with dump._half_written(file), pytest.raises(BackupError, match="at this moment"):
        back_up(backed_up[0].superuser, file)
    back_up(backed_up[0].superuser, file)
    assert read_manifest(file).rows == read_manifest(backed_up[1]).rows


def test_what_a_killed_backup_left_is_no_hindrance(
    backed_up: tuple[Installation, Path], tmp_path: Path
) -> None:
    (tmp_path / ".all.dump.part").write_bytes(b"half" * 1000)
    back_up(backed_up[0].superuser, tmp_path / "all.dump")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["all.dump", "all.dump.json"]


def test_a_wrong_password_is_refused_at_once(
    backed_up: tuple[Installation, Path], tmp_path: Path
) -> None:
    wrong = make_conninfo(backed_up[0].superuser, password="wrong")
    with pytest.raises(LoginRefusedError, match="postgres is refused"):
        back_up(wrong, tmp_path / "all.dump")


@pytest.fixture
def copied(backed_up: tuple[Installation, Path], tmp_path: Path) -> Path:
    """A copy of the backup, to be spoilt."""
    file = tmp_path / "copy.dump"
    file.write_bytes(backed_up[1].read_bytes())
    manifest_path(file).write_bytes(manifest_path(backed_up[1]).read_bytes())
    return file


def rewritten(file: Path, **fields: object) -> None:
    path = manifest_path(file)
    path.write_text(json.dumps(json.loads(path.read_text()) | fields))


def truncated(file: Path) -> None:
    os.truncate(file, 1000)


def a_folder_instead(file: Path) -> None:
    file.unlink()
    file.mkdir()


def without_a_manifest(file: Path) -> None:
    manifest_path(file).unlink()


def with_another_manifest(file: Path) -> None:
    manifest_path(file).write_text("[1, 2]")


def with_a_manifest_that_is_no_text(file: Path) -> None:
    manifest_path(file).write_bytes(b"\xff\xfe")


def with_a_manifest_that_is_a_folder(file: Path) -> None:
    manifest_path(file).unlink()
    manifest_path(file).mkdir()


def of_a_newer_version(file: Path) -> None:
    rewritten(file, schema="9999")


def of_a_development_version(file: Path) -> None:
    rewritten(file, schema="0055")


def of_a_newer_server(file: Path) -> None:
    rewritten(file, server="990001")


def that_lacks_rows(file: Path) -> None:
    rewritten(file, rows={**read_manifest(file).rows, "public.clients": 10**6})


def no_dump(file: Path) -> None:
    file.write_bytes(b"letters")
    rewritten(file, sha256=hashlib.sha256(b"letters").hexdigest())


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (Path.unlink, r"There is no .*copy\.dump"),
        (truncated, "is not as it was written"),
        (a_folder_instead, "is a folder"),
        (without_a_manifest, r"is missing: it says what copy\.dump has to hold"),
        (with_another_manifest, "is not the manifest of a backup: it does not list rows"),
        (with_a_manifest_that_is_no_text, "is not the manifest of a backup"),
        (with_a_manifest_that_is_a_folder, "cannot be read: Is a directory"),
        (of_a_newer_version, "of a newer Sealedbid: its schema is 9999"),
        (of_a_development_version, "backup was made by a development version of Sealedbid"),
        (of_a_newer_server, "restore into PostgreSQL 99 or newer"),
        (no_dump, "pg_restore failed: input file"),
    ],
)
def test_what_is_no_backup_is_named_and_the_database_stays_empty(
    copied: Path, make_database: MakeDatabase, spoil: Callable[[Path], None], sentence: str
) -> None:
    spoil(copied)
    into = make_database(migrated=False)
    with pytest.raises((BackupError, DevelopmentVersionError), match=sentence):
        bring_back(copied, into)
    assert status(into.owner).applied == []


def test_a_restore_that_lacks_rows_lets_nobody_in(
    copied: Path, make_database: MakeDatabase
) -> None:
    that_lacks_rows(copied)
    into = make_database(migrated=False)
    with pytest.raises(BackupError, match=r"public\.clients has .* rows and had 1000000"):
        bring_back(copied, into)
    with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
        into.connect("sb_api")
