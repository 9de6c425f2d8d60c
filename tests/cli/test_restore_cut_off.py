"""A restore that is killed after its rows are committed is finished by the next command.

Until then no login may connect, and there is no key to open a context with.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

from sealedbid.isolation.audit import audit_database
from sealedbid.platform.backup import BackupError, back_up
from sealedbid.platform.migrations import migrate
from sealedbid.platform.postgres.logins import LOGINS, login_password
from tests.fixtures.commands import sealedbid
from tests.fixtures.people import People, World
from tests.fixtures.server import Installation

MakeDatabase = Callable[..., Installation]

pytestmark = pytest.mark.full


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup of two organizations' database."""

    file: Path
    world: World


@pytest.fixture(scope="module")
def backup(make_database: MakeDatabase, tmp_path_factory: pytest.TempPathFactory) -> Backup:
    installation = make_database()
    world = People(installation).world()
    file = tmp_path_factory.mktemp("backup") / "all.dump"
    back_up(installation.superuser, file)
    return Backup(file, world)


@pytest.fixture
def cut_off(backup: Backup, make_database: MakeDatabase) -> Installation:
    """A database with the rows of a restore that is dead.

    The command is stopped as soon as pg_restore runs, which goes on by itself, and killed when that
    has committed.
    """
    into = make_database(migrated=False)
    command = [sys.executable, "-m", "sealedbid", "restore", str(backup.file)]
    with subprocess.Popen(
        [*command, "--url", into.superuser],
        env={"PATH": os.environ["PATH"], **environment(into)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as restoring:
        while (child := pg_restore_of(restoring.pid)) is None:
            assert restoring.poll() is None
        restoring.send_signal(signal.SIGSTOP)
        while state_of(child) != "Z":  # it has ended, and its parent has not collected it
            pass
        restoring.kill()
        assert restoring.wait() == -signal.SIGKILL
    return into


def environment(into: Installation) -> dict[str, str]:
    return {
        "SEALEDBID_HOME": str(into.settings.home),
        "DATABASE_URL": into.owner,
        "SEALEDBID_DATABASE_ADDRESS": into.owner,
    }


def pg_restore_of(pid: int) -> int | None:
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        if Path(f"/proc/{child}/comm").read_text() == "pg_restore\n":
            return int(child)
    return None


def state_of(pid: int) -> str:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]


def finished_by_restore(into: Installation, backup: Backup) -> None:
    done = sealedbid("restore", str(backup.file), "--url", into.superuser, **environment(into))
    assert done.returncode == 0, done.stderr
    assert "as many as were dumped" in done.stderr
    assert "Sealed." in done.stderr


def finished_by_migrate(into: Installation, backup: Backup) -> None:
    migrate(into.owner, lambda login: login_password(into.settings, login))


FINISHES = [finished_by_restore, finished_by_migrate]


@pytest.mark.parametrize("finish", FINISHES)
def test_the_next_command_finishes_a_restore_that_was_cut_off(
    cut_off: Installation, backup: Backup, finish: Callable[[Installation, Backup], None]
) -> None:
    with cut_off.as_superuser() as behind:
        assert behind.execute("select count(*) > 0 from public.organizations").fetchone() == (True,)
        assert behind.execute("select count(*) from seal_private.keys").fetchone() == (0,)
    for login in LOGINS:
        with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
            cut_off.connect(login)
    with pytest.raises(BackupError, match="finish it with `sealedbid migrate` first"):
        back_up(cut_off.superuser, backup.file.with_name("of a half.dump"))
    finish(cut_off, backup)
    assert_is_sealed(cut_off, backup.world)
    refused = sealedbid(
        "restore", str(backup.file), "--url", cut_off.superuser, **environment(cut_off)
    )
    assert "is not empty" in refused.stderr


def assert_is_sealed(into: Installation, world: World) -> None:
    report = audit_database(into.conninfo("sb_api"))
    assert [finding.sentence for finding in report.findings if finding.level == "error"] == []
    with into.connect("sb_api") as api:
        for ours in (world.a, world.b):
            with api.transaction(force_rollback=True):
                api.execute("select seal.open('session', %s, %s)", (ours.owner.proof, ours.id))
                seen = api.execute("select distinct org_id from public.org_members").fetchall()
                assert seen == [(ours.id,)]


def test_without_a_key_an_opening_says_what_to_do(
    backup: Backup, make_database: MakeDatabase
) -> None:
    """An administrator let the logins in before the restore was finished."""
    into = make_database()
    person = People(into).sign_up("somebody")
    with into.as_superuser() as behind:
        behind.execute("delete from seal_private.keys")
    with (
        into.connect("sb_api") as api,
        api.transaction(force_rollback=True),
        pytest.raises(psycopg.errors.ObjectNotInPrerequisiteState, match="`sealedbid migrate`"),
    ):
        api.execute("select seal.open_person(%s)", (person.proof,))
    finished_by_migrate(into, backup)
    with into.connect("sb_api") as api, api.transaction(force_rollback=True):
        api.execute("select seal.open_person(%s)", (person.proof,))


def test_a_restore_that_is_killed_before_its_rows_are_there_is_begun_again(
    backup: Backup, make_database: MakeDatabase
) -> None:
    into = make_database(migrated=False)
    with into.as_superuser() as behind:  # the first step of a restore: no login may connect
        behind.execute(f'revoke connect, temporary on database "{into.database}" from public')
    finished_by_restore(into, backup)
    assert_is_sealed(into, backup.world)
