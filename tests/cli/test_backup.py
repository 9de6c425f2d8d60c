"""backup and restore: everything comes back, or nothing is written and a sentence says why."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from sealedbid.isolation.factory import fill
from sealedbid.platform.backup import BackupError, back_up
from tests.db.contexts import Counter
from tests.fixtures.commands import Home
from tests.fixtures.people import People, World
from tests.fixtures.server import temporary_home

pytestmark = pytest.mark.full

Inhabited = tuple[Home, World]


@pytest.fixture(scope="module")
def inhabited() -> Iterator[Inhabited]:
    """An installation with two organizations and rows in every table."""
    with temporary_home() as path:
        home = Home(path)
        assert home("up").returncode == 0
        assert home("migrate").returncode == 0
        world = People(home.installation).world()
        with psycopg.connect(home.installation.owner, autocommit=True) as owner:
            fill(owner, world.a.id, marker="canarya")
            fill(owner, world.b.id, marker="canaryb")
        yield home, world


def counted(home: Home) -> dict[str, int]:
    with psycopg.connect(home.installation.superuser, autocommit=True) as behind:
        return Counter(behind, ("public", "auth", "seal"))()


def test_a_dump_as_the_login_of_requests_fails_and_leaves_nothing(
    inhabited: Inhabited, tmp_path: Path
) -> None:
    home, _ = inhabited
    for conninfo in (home.installation.conninfo("sb_api"), home.installation.owner):
        with pytest.raises(BackupError, match="does not see every row"):
            back_up(conninfo, tmp_path / "part")
    assert list(tmp_path.iterdir()) == []


def test_what_was_dumped_comes_back_sealed(inhabited: Inhabited, tmp_path: Path) -> None:
    home, world = inhabited
    file = tmp_path / "all.dump"
    done = home("backup", str(file))
    assert done.returncode == 0, done.stderr
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with temporary_home() as path:
        other = Home(path)
        done = other("restore", str(file))
        assert done.returncode == 0, done.stderr
        assert "as many as were dumped" in done.stderr
        assert "Sealed." in done.stderr
        assert counted(other) == counted(home)
        with other.installation.connect("sb_api") as api, api.transaction():
            assert api.execute("show track_activities").fetchone() == ("off",)
            for ours, theirs in ((world.b, world.a), (world.a, world.b)):
                with api.transaction(force_rollback=True):
                    api.execute("select seal.open('session', %s, %s)", (ours.owner.proof, ours.id))
                    seen = api.execute("select distinct org_id from public.clients").fetchall()
                    assert seen == [(ours.id,)]
                    assert theirs.id not in seen[0]
        proven = other("prove", "--quick")
        assert proven.returncode == 0, proven.stdout
        again = other("restore", str(file))
        assert again.returncode == 1
        assert "is not empty" in again.stderr


def test_a_file_that_was_changed_is_refused(inhabited: Inhabited, tmp_path: Path) -> None:
    home, _ = inhabited
    file = tmp_path / "all.dump"
    assert home("backup", str(file)).returncode == 0
    assert home("backup", str(file)).returncode == 1  # it replaces nothing
    with file.open("ab") as opened:
        opened.write(b"x")
    done = home("restore", str(file))
    assert done.returncode == 1
    assert "not as it was written" in done.stderr
    (tmp_path / "all.dump.json").unlink()
    assert "is missing" in home("restore", str(file)).stderr
