"""Folders that become the home of an installation, and messages about others."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from sealedbid.platform.config import Settings
from sealedbid.platform.embedded import EmbeddedServer, EmbeddedServerError, UnreachableHomeError
from sealedbid.platform.embedded.account import server_account
from sealedbid.platform.embedded.files import make_home
from sealedbid.platform.postgres.logins import login_password
from tests.fixtures.commands import sealedbid
from tests.fixtures.server import temporary_home

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root's server has another account")

pytestmark = pytest.mark.full


@pytest.fixture
def home() -> Iterator[Path]:
    with temporary_home() as home:
        yield home


@pytest.mark.parametrize("mode", [0o700, 0o755])
def test_an_empty_folder_of_ours_becomes_the_home(home: Path, mode: int) -> None:
    home.mkdir()
    home.chmod(mode)
    make_home(home, server_account())
    found = home.stat()
    assert (found.st_uid, stat.S_IMODE(found.st_mode)) == (server_account().uid, 0o700)
    make_home(home, server_account())  # a second call changes nothing


def test_secrets_that_were_first_are_no_hindrance(home: Path) -> None:
    settings = Settings(home=home)
    password = login_password(settings, "sb_api")  # as if DATABASE_URL was used first
    server = EmbeddedServer(home, durable=False)
    server.start()
    psycopg.connect(server.url()).close()
    assert login_password(settings, "sb_api") == password
    assert (home / "secrets").stat().st_uid == os.geteuid()


def test_a_folder_with_something_else_in_it_is_named_and_left_as_it_is(home: Path) -> None:
    home.mkdir(mode=0o755)
    (home / "letters").write_text("dear ...")
    before = home.stat()
    with pytest.raises(EmbeddedServerError, match="is not empty and no installation of Sealedbid"):
        EmbeddedServer(home).start()
    after = home.stat()
    assert (after.st_uid, after.st_mode) == (before.st_uid, before.st_mode)
    assert [path.name for path in home.iterdir()] == ["letters"]


@as_root
def test_an_empty_folder_that_the_server_cannot_come_to_is_left_as_it_is(home: Path) -> None:
    closed = home.parent / "closed"
    closed.mkdir(mode=0o700)
    inside = closed / "home"
    inside.mkdir(mode=0o750)
    with pytest.raises(UnreachableHomeError, match="set SEALEDBID_HOME to a folder"):
        make_home(inside, server_account())
    found = inside.stat()
    assert (found.st_uid, stat.S_IMODE(found.st_mode)) == (0, 0o750)


@as_root
def test_an_empty_folder_of_another_is_not_taken(home: Path) -> None:
    home.mkdir(mode=0o700)
    os.chown(home, 12345, 12345)
    with pytest.raises(EmbeddedServerError, match="belongs to another account"):
        make_home(home, server_account())
    assert home.stat().st_uid == 12345


def test_a_link_to_an_empty_folder_is_a_home(home: Path) -> None:
    home.mkdir()
    link = home.parent / "link"
    link.symlink_to(home)
    server = EmbeddedServer(link, durable=False)
    server.start()
    psycopg.connect(server.url()).close()


@pytest.mark.parametrize("command", ["up", "status"])
def test_every_command_names_an_empty_variable(command: str) -> None:
    told = sealedbid(command, SEALEDBID_HOME="")
    assert told.returncode == 1
    assert "SEALEDBID_HOME is set and empty" in told.stderr
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize("command", ["up", "down"])
def test_a_file_in_the_way_is_one_sentence(tmp_path: Path, command: str) -> None:
    (tmp_path / "file").write_text("")
    told = sealedbid(command, SEALEDBID_HOME=str(tmp_path / "file" / "home"))
    assert "Traceback" not in told.stderr
    assert str(tmp_path / "file") in told.stdout + told.stderr
    assert told.returncode == (1 if command == "up" else 0)
