"""A lost password of the embedded server's superuser: the message names the remedy, which works."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from sealedbid.platform.embedded import EmbeddedServer, password, process
from sealedbid.platform.errors import SealedbidError
from tests.fixtures.commands import Home
from tests.fixtures.server import temporary_server

REMEDY = r"`sealedbid up --reset-password`"

pytestmark = pytest.mark.full


class CutOffError(Exception):
    """Stands for a kill: nothing after it is done."""


@pytest.fixture(scope="module")
def server() -> Iterator[EmbeddedServer]:
    with temporary_server() as server:
        yield server


def secrets_of(server: EmbeddedServer) -> Path:
    return server.status().home / "secrets"


def both_get_in(server: EmbeddedServer) -> None:
    for user, database in (("postgres", "postgres"), ("sealedbid", "sealedbid")):
        psycopg.connect(server.url(user, database=database)).close()
    assert not [path for path in secrets_of(server).iterdir() if path.suffix == ".new"]


def emptied(path: Path) -> None:
    path.write_text("")


def another(path: Path) -> None:
    path.write_text("another\n")


@pytest.mark.parametrize(
    ("who", "lose"),
    [
        ("postgres", emptied),
        ("postgres", another),
        ("postgres", Path.unlink),
        ("sealedbid", emptied),
    ],
)
def test_a_lost_password_is_told_with_its_remedy_and_made_anew(
    server: EmbeddedServer, who: str, lose: Callable[[Path], None]
) -> None:
    path = secrets_of(server) / f"{who}.password"
    before = path.read_text()
    lose(path)
    if who == "postgres":
        with pytest.raises(SealedbidError, match=REMEDY):
            server.start()
    else:
        with pytest.raises(SealedbidError, match=REMEDY):
            server.url()
    server.start(reset_password=True)
    both_get_in(server)
    assert path.read_text() != before


def test_the_old_password_lets_nobody_in_any_more(server: EmbeddedServer) -> None:
    old = server.url("postgres", database="postgres")
    server.start(reset_password=True)
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(old)


def test_nothing_listens_while_the_password_is_set(
    server: EmbeddedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    port, found = server.status().port, []
    assert port is not None
    run_alone = process.run_alone

    def watched(*arguments: object) -> None:
        assert not server.status().running
        with contextlib.suppress(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", port), 2).close()
            found.append("somebody listens")
        hba = secrets_of(server).parent / "postgres" / "data" / "pg_hba.conf"
        found.extend(line for line in hba.read_text().splitlines() if "trust" in line)
        run_alone(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(password, "run_alone", watched)
    server.start(reset_password=True)
    assert found == []
    both_get_in(server)


@pytest.mark.parametrize(
    ("where", "step"),
    [
        (process, "stop"),
        (password, "run_alone"),
        (Path, "replace"),
        (process, "start"),
    ],
    ids=["stopping", "setting", "keeping", "starting"],
)
def test_a_reset_that_is_cut_off_is_completed_by_the_next_start(
    server: EmbeddedServer, where: object, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_off(*_: object, **__: object) -> None:
        raise CutOffError

    with monkeypatch.context() as patched, pytest.raises(CutOffError):
        patched.setattr(where, step, cut_off)
        server.start(reset_password=True)
    server.start()
    both_get_in(server)


def test_an_owners_password_that_was_cut_off_is_set_by_the_next_start(
    server: EmbeddedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_off(*_: object) -> str:
        raise CutOffError

    (secrets_of(server) / "sealedbid.password").unlink()
    with monkeypatch.context() as patched, pytest.raises(CutOffError):
        patched.setattr("sealedbid.platform.embedded.prepare.verifier", cut_off)
        server.start()
    server.start()
    both_get_in(server)


def test_a_killed_server_gets_a_new_password_too(server: EmbeddedServer) -> None:
    pid = server.status().pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    while server.status().running:
        time.sleep(0.01)
    server.start(reset_password=True)
    both_get_in(server)


def test_the_password_is_in_no_log(server: EmbeddedServer) -> None:
    home = server.status().home
    with psycopg.connect(server.url("postgres"), autocommit=True) as behind:
        behind.execute("alter system set log_statement = 'all'")
    server.start(reset_password=True)
    secret = (home / "secrets" / "postgres.password").read_text().strip()
    log = (home / "postgres" / "log").read_text()
    assert secret not in log
    with psycopg.connect(server.url("postgres"), autocommit=True) as behind:
        behind.execute("alter system reset log_statement")


def test_up_makes_a_new_password_when_told_to(server: EmbeddedServer) -> None:
    home = Home(server.status().home)
    (home.path / "secrets" / "postgres.password").write_text("")
    told = home("up")
    assert told.returncode == 1
    assert "sealedbid up --reset-password" in told.stderr
    done = home("up", "--reset-password")
    assert done.returncode == 0, done.stderr
    assert "Made new passwords" in done.stdout
    both_get_in(server)


def test_the_server_of_another_is_not_reset(server: EmbeddedServer) -> None:
    refused = Home(server.status().home)("up", "--reset-password", DATABASE_URL=server.url())
    assert refused.returncode == 1
    assert "works on the embedded server only" in refused.stderr


def test_a_folder_in_the_way_of_the_password_is_named(server: EmbeddedServer) -> None:
    path = secrets_of(server) / "postgres.password"
    kept = path.rename(path.with_name("kept"))
    path.mkdir()
    try:
        with pytest.raises(SealedbidError, match=r"postgres\.password cannot be replaced"):
            server.start(reset_password=True)
    finally:
        path.rmdir()
        kept.rename(path)
    server.start()
    both_get_in(server)
