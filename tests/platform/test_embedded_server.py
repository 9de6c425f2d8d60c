"""The embedded server: closed to everybody, and up again after every kind of end."""

from __future__ import annotations

import os
import signal
import socket
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from sealedbid.platform.embedded import EmbeddedServer, UnreachableHomeError, binaries
from sealedbid.platform.embedded import server as server_module
from tests.fixtures.prototype import copy_prototype
from tests.fixtures.server import temporary_home, temporary_server

AS_ROOT = os.geteuid() == 0

pytestmark = pytest.mark.full


@pytest.fixture(scope="module")
def running() -> Iterator[EmbeddedServer]:
    """A server that the tests of this module leave running."""
    with temporary_server() as server:
        yield server


@pytest.fixture
def home() -> Iterator[Path]:
    with temporary_home() as home:
        yield home


@pytest.fixture
def made(home: Path) -> EmbeddedServer:
    """A server that was started and stopped before."""
    copy_prototype(home)
    return EmbeddedServer(home, durable=False)


def pid_of(server: EmbeddedServer) -> int:
    pid = server.status().pid
    assert pid is not None
    return pid


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def kill(server: EmbeddedServer) -> None:
    """Send SIGKILL, as if the machine lost its power."""
    pid = pid_of(server)
    os.kill(pid, signal.SIGKILL)
    while Path(f"/proc/{pid}").exists():
        time.sleep(0.01)


@pytest.mark.parametrize("where", ["socket", "loopback"])
def test_nobody_comes_in_without_the_password(running: EmbeddedServer, where: str) -> None:
    address = {} if where == "socket" else {"host": "127.0.0.1"}
    with psycopg.connect(make_conninfo(running.url(), **address)) as connection:
        assert connection.info.user == "sealedbid"
    for password in ("", "wrong"):
        with pytest.raises(psycopg.OperationalError, match="password"):
            psycopg.connect(make_conninfo(running.url(), password=password, **address))


def test_the_server_listens_on_loopback_and_nowhere_else(running: EmbeddedServer) -> None:
    port = running.status().port
    assert port is not None
    listening = {
        line.split()[1].partition(":")[0]
        for table in ("/proc/net/tcp", "/proc/net/tcp6")
        if Path(table).exists()
        for line in Path(table).read_text().splitlines()[1:]
        if line.split()[1].endswith(f":{port:04X}") and line.split()[3] == "0A"
    }
    assert listening == {"0100007F"}  # 127.0.0.1


def test_its_folders_and_secrets_are_its_own(running: EmbeddedServer) -> None:
    status = running.status()
    assert mode(status.home) == mode(status.sockets) == mode(status.home / "secrets") == 0o700
    secrets = list((status.home / "secrets").glob("*.password"))
    assert {path.name for path in secrets} == {"postgres.password", "sealedbid.password"}
    assert {mode(path) for path in secrets} == {0o600}


def test_the_server_never_runs_as_root(running: EmbeddedServer) -> None:
    assert Path(f"/proc/{pid_of(running)}").stat().st_uid != 0


def test_a_second_start_attaches(running: EmbeddedServer) -> None:
    before = pid_of(running)
    again = EmbeddedServer(running.status().home)
    again.start()
    assert pid_of(again) == before


def test_the_owner_is_no_superuser_and_pgvector_is_there(running: EmbeddedServer) -> None:
    with psycopg.connect(running.url()) as owner:
        row = owner.execute(
            "select rolsuper, rolcreaterole, (select extname from pg_extension"
            " where extname = 'vector') from pg_roles where rolname = current_user"
        ).fetchone()
    assert row == (False, True, "vector")


def test_what_ends_sessions_or_knows_no_tenants_is_closed(running: EmbeddedServer) -> None:
    with psycopg.connect(running.url()) as owner:
        open_to_all = owner.execute(
            "select proname from pg_proc where (proname like 'lo\\_%' or proname in"
            " ('pg_terminate_backend', 'pg_cancel_backend', 'loread', 'lowrite'))"
            " and has_function_privilege('public', oid, 'execute')"
        ).fetchall()
    assert open_to_all == []


def test_what_callers_show_is_not_in_the_log(running: EmbeddedServer) -> None:
    with psycopg.connect(running.url("postgres")) as admin:
        admin.execute("set log_statement = 'all'")
        admin.execute("select %s::text, 'this is logged'", ["a-proof-in-a-parameter"])
    log = (running.status().home / "postgres" / "log").read_text()
    assert "this is logged" in log
    assert "a-proof-in-a-parameter" not in log


@pytest.mark.full
def test_the_server_starts_again_after_a_kill(home: Path) -> None:
    server = EmbeddedServer(home)
    server.start()
    with psycopg.connect(server.url()) as owner:
        owner.execute("create table kept (id int)")
    kill(server)
    assert not server.status().running
    server.start()
    with psycopg.connect(server.url()) as owner:
        assert owner.execute("select count(*) from kept").fetchone() == (0,)


def test_a_pid_file_with_somebody_elses_number_is_stale(made: EmbeddedServer) -> None:
    server, home = made, made.status().home
    server.start()
    pid_file = home / "postgres" / "data" / "postmaster.pid"
    lines = pid_file.read_text().splitlines()
    kill(server)
    with subprocess.Popen(["sleep", "60"]) as other:
        pid_file.write_text("\n".join([str(other.pid), *lines[1:]]))
        try:
            assert not server.status().running
            server.start()
            assert pid_of(server) != other.pid
        finally:
            other.kill()


def test_a_taken_port_is_left_to_who_has_it(made: EmbeddedServer) -> None:
    server = made
    server.start()
    before = server.status().port
    server.stop()
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        other.bind(("127.0.0.1", before))
        other.listen()
        server.start()
        assert server.status().port != before
        psycopg.connect(server.url()).close()


def test_two_homes_do_not_meet(running: EmbeddedServer, made: EmbeddedServer) -> None:
    other = made
    other.start()
    assert other.status().port != running.status().port
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(make_conninfo(other.url(), password=_password(running)))


def _password(server: EmbeddedServer) -> str:
    return (server.status().home / "secrets" / "sealedbid.password").read_text().strip()


@pytest.mark.full
def test_many_starts_at_once_give_one_server(home: Path) -> None:
    def start(_: int) -> int:
        script = (
            "import sys; from pathlib import Path; "
            "from sealedbid.platform.embedded import EmbeddedServer as S; "
            "s = S(Path(sys.argv[1]), durable=False); s.start(); print(s.status().pid)"
        )
        done = subprocess.run(
            [sys.executable, "-c", script, str(home)], capture_output=True, text=True, check=True
        )
        return int(done.stdout)

    with ThreadPoolExecutor(4) as threads:
        assert len(set(threads.map(start, range(4)))) == 1


@pytest.mark.full
def test_a_cluster_that_was_cut_off_is_made_anew(home: Path) -> None:
    server = EmbeddedServer(home, durable=False)
    server.start()
    server.stop()
    (home / "postgres" / "data").rename(home / "postgres" / "data.partial")
    server.start()
    psycopg.connect(server.url()).close()
    assert not (home / "postgres" / "data.partial").exists()


def test_stopping_twice_and_stopping_nothing_are_no_errors(home: Path) -> None:
    server = EmbeddedServer(home, durable=False)
    server.stop()
    server.start()
    server.stop()
    server.stop()
    assert not server.status().running


def test_a_home_with_a_long_path_keeps_its_socket_elsewhere(home: Path) -> None:
    server = EmbeddedServer(home.parent / ("long" * 25), durable=False)
    server.start()
    try:
        assert not server.status().sockets.is_relative_to(server.status().home)
        assert mode(server.status().sockets) == 0o700
        psycopg.connect(server.url()).close()
    finally:
        server.stop()
        server.status().sockets.rmdir()


@pytest.mark.skipif(not AS_ROOT, reason="only root's server has an account of its own")
def test_a_home_that_the_account_cannot_reach_is_refused_and_nothing_is_opened(
    home: Path,
) -> None:
    closed = home.parent / "closed"
    closed.mkdir(mode=0o700)
    server = EmbeddedServer(closed / "home")
    with pytest.raises(UnreachableHomeError, match="set SEALEDBID_HOME to a folder"):
        server.start()
    assert mode(closed) == 0o700
    assert list(closed.iterdir()) == []


@pytest.mark.full
@pytest.mark.skipif(not AS_ROOT, reason="only root's server has an account of its own")
def test_programs_that_the_account_cannot_reach_are_copied(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = binaries.package_binaries()
    closed = home.parent / "closed"
    closed.mkdir(mode=0o700)
    package = inside.parents[1]
    for name in (package.name, f"{package.name}.libs"):
        subprocess.run(["cp", "-r", package.with_name(name), closed / name], check=True)
    for module in (binaries, server_module):
        monkeypatch.setattr(
            module, "package_binaries", lambda: closed / package.name / "pginstall" / "bin"
        )
    server = EmbeddedServer(home, durable=False)
    server.start()
    psycopg.connect(server.url()).close()
    program = Path(f"/proc/{pid_of(server)}/cmdline").read_bytes().split(b"\0")[0].decode()
    assert Path(program).is_relative_to(home)
    # root never runs a program that the server's account could change
    assert server.binaries.is_relative_to(closed)
    assert mode(closed) == 0o700


def test_the_server_outlives_the_process_that_started_it(made: EmbeddedServer) -> None:
    home = made.status().home
    script = (
        "import sys; from pathlib import Path; "
        "from sealedbid.platform.embedded import EmbeddedServer as S; "
        "S(Path(sys.argv[1]), durable=False).start(); print('started', flush=True); "
        "import time; time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(home)], stdout=subprocess.PIPE, start_new_session=True
    ) as starter:
        assert starter.stdout is not None
        assert starter.stdout.readline() == b"started\n"
        os.killpg(starter.pid, signal.SIGINT)  # as Ctrl-C in a terminal does
        threading.Thread(target=starter.wait).start()
    assert EmbeddedServer(home).status().running
