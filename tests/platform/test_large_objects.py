"""Large objects of a tenant, on a server that lets everybody create them, stop nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from psycopg.conninfo import make_conninfo

from sealedbid.platform.backup import back_up
from sealedbid.platform.migrations.large_objects import BATCH, remove_large_objects
from sealedbid.worker.run import run_worker
from tests.fixtures.commands import OnDatabase
from tests.fixtures.people import People
from tests.fixtures.server import Installation

MAKE = "select count(pg_catalog.lo_from_bytea(0, 'left')) from generate_series(1, %s)"
FUNCTIONS = "function pg_catalog.lo_from_bytea(oid, bytea), pg_catalog.lo_unlink(oid)"


@pytest.fixture
def littered(fresh_installation: Installation) -> Iterator[Installation]:
    """A database whose server lets everybody create large objects; a tenant's statement has."""
    with fresh_installation.as_superuser() as behind:
        behind.execute(f"grant execute on {FUNCTIONS} to public")
    world = People(fresh_installation).world()
    with fresh_installation.connect("sb_api") as api, api.transaction():
        api.execute("select seal.open('session', %s, %s)", (world.a.viewer.proof, world.a.id))
        api.execute(MAKE, (BATCH + 1,))
    yield fresh_installation
    with fresh_installation.as_superuser() as behind:
        behind.execute("select lo_unlink(oid) from pg_largeobject_metadata")


def count(installation: Installation) -> int:
    with installation.as_superuser() as behind:
        row = behind.execute("select count(*) from pg_largeobject_metadata").fetchone()
    assert row is not None
    return int(row[0])


async def test_every_process_starts_all_the_same(littered: Installation) -> None:
    async with littered.gateway("sb_api"):
        pass
    await run_worker(littered.settings, until_idle=True)


def test_migrating_goes_on_and_removes_them_as_the_login_that_owns_them(
    littered: Installation,
) -> None:
    done = OnDatabase(littered)("migrate")
    assert (done.returncode, done.stderr) == (0, "")
    assert count(littered) == 0


def test_without_the_logins_password_they_are_named_and_stay(littered: Installation) -> None:
    def wrong(login: str) -> str:
        return make_conninfo(littered.owner, user=login, password="wrong")

    left = remove_large_objects(littered.owner, wrong)
    assert left["sb_api"][0] == BATCH + 1
    assert "password" in left["sb_api"][1]
    assert count(littered) == BATCH + 1


def test_a_superuser_needs_no_password_of_the_login(littered: Installation) -> None:
    with littered.as_superuser() as behind:
        behind.execute(f"revoke execute on {FUNCTIONS} from public")
    left = remove_large_objects(littered.owner, littered.conninfo)
    assert left == {"sb_api": (BATCH + 1, "sb_api may not call lo_unlink; a superuser may")}
    assert remove_large_objects(littered.superuser, littered.conninfo) == {}
    assert count(littered) == 0


def test_a_backup_leaves_them_out(littered: Installation, tmp_path: Path) -> None:
    back_up(littered.superuser, tmp_path / "copy.dump")
    assert b"BLOB" not in (tmp_path / "copy.dump").read_bytes()


def test_the_audit_warns_of_them_and_refuses_nothing(littered: Installation) -> None:
    shown = OnDatabase(littered)("audit")
    assert shown.returncode == 0
    assert f"owns {BATCH + 1} large objects" in " ".join(shown.stdout.split())
