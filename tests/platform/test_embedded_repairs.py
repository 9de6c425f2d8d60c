"""The embedded server: damage is repaired, or reported in one sentence."""

from __future__ import annotations

import os
import signal
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from sealedbid.platform.embedded import EmbeddedServer, EmbeddedServerError
from sealedbid.platform.embedded.account import server_account
from sealedbid.platform.embedded.layout import Layout
from sealedbid.platform.embedded.state import was_killed
from tests.fixtures.server import migrated_server, temporary_home

pytestmark = pytest.mark.full


@pytest.fixture(scope="module")
def running() -> Iterator[EmbeddedServer]:
    """A server that the tests of this module leave running."""
    with migrated_server() as server:
        yield server


@pytest.fixture(scope="module")
def stopped() -> Iterator[EmbeddedServer]:
    """A server that the tests of this module leave stopped."""
    with migrated_server() as server:
        server.stop()
        yield server


@pytest.fixture
def home() -> Iterator[Path]:
    with temporary_home() as home:
        yield home


def as_superuser(server: EmbeddedServer) -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(server.url("postgres"), autocommit=True)


def end_by(signum: signal.Signals, server: EmbeddedServer) -> None:
    pid = server.status().pid
    assert pid is not None
    os.kill(pid, signum)
    while server.status().running:
        time.sleep(0.01)


def data_of(server: EmbeddedServer) -> Path:
    return server.status().home / "postgres" / "data"


def test_a_pid_file_with_a_dead_number_is_stale(stopped: EmbeddedServer) -> None:
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    pid_file = data_of(stopped) / "postmaster.pid"
    pid_file.write_text(f"{child}\n{data_of(stopped)}\n")
    assert not stopped.status().running
    stopped.start()
    assert stopped.status().running
    stopped.stop()


def test_sockets_that_a_stopped_machine_left_are_no_hindrance(stopped: EmbeddedServer) -> None:
    stopped.start()
    port, pid = stopped.status().port, stopped.status().pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    while Path(f"/proc/{pid}").exists():
        time.sleep(0.01)
    left = stopped.status().sockets / f".s.PGSQL.{port}.lock"
    assert left.exists()
    stopped.start()
    assert stopped.status().port == port
    psycopg.connect(stopped.url()).close()
    stopped.stop()


@pytest.mark.parametrize("signum", [signal.SIGKILL, signal.SIGQUIT])
def test_what_was_killed_is_revived_and_what_was_stopped_is_not(
    stopped: EmbeddedServer, signum: signal.Signals
) -> None:
    assert not stopped.revive()
    stopped.start()
    assert not stopped.revive()
    end_by(signum, stopped)  # its parent has not collected it yet: its number is still there
    assert stopped.revive()
    psycopg.connect(stopped.url()).close()
    stopped.stop()
    assert not stopped.revive()


@pytest.mark.parametrize("signum", [signal.SIGINT, signal.SIGTERM])
def test_what_was_asked_to_end_is_not_revived_and_comes_up_again(
    stopped: EmbeddedServer, signum: signal.Signals
) -> None:
    stopped.start()
    end_by(signum, stopped)
    assert not stopped.revive()
    stopped.start()
    psycopg.connect(stopped.url()).close()
    stopped.stop()


@pytest.mark.parametrize("signum", [signal.SIGKILL, signal.SIGQUIT])
def test_up_after_a_sudden_end_is_up(stopped: EmbeddedServer, signum: signal.Signals) -> None:
    stopped.start()
    end_by(signum, stopped)
    stopped.start()
    psycopg.connect(stopped.url()).close()
    stopped.stop()


def test_a_session_that_is_killed_takes_the_server_nowhere(stopped: EmbeddedServer) -> None:
    stopped.start()
    pid = stopped.status().pid
    with psycopg.connect(stopped.url()) as victim:
        os.kill(victim.info.backend_pid, signal.SIGKILL)  # as when the memory is exhausted
        with pytest.raises(psycopg.OperationalError):
            victim.execute("select pg_sleep(60)")
    stopped.start()  # waits until it has replayed its log
    assert stopped.status().pid == pid
    psycopg.connect(stopped.url()).close()
    stopped.stop()


def test_a_pid_file_with_the_number_of_another_program_is_stale(stopped: EmbeddedServer) -> None:
    stopped.start()
    port, sockets = stopped.status().port, stopped.status().sockets
    end_by(signal.SIGKILL, stopped)
    for left in (data_of(stopped) / "postmaster.pid", sockets / f".s.PGSQL.{port}.lock"):
        lines = left.read_text().splitlines(keepends=True)
        left.write_text("".join([f"{os.getppid()}\n", *lines[1:]]))
    assert not stopped.status().running
    stopped.start()
    psycopg.connect(stopped.url()).close()
    stopped.stop()


def test_the_control_file_is_read_as_the_servers_own_program_reads_it(
    stopped: EmbeddedServer,
) -> None:
    def told() -> str:
        done = server_account().run(stopped.binaries / "pg_controldata", data_of(stopped))
        return done.stdout.partition("Database cluster state:")[2].partition("\n")[0].strip()

    layout = Layout(stopped.status().home)
    assert (told(), was_killed(layout)) == ("shut down", False)
    stopped.start()
    end_by(signal.SIGQUIT, stopped)
    assert (told(), was_killed(layout)) == ("in production", True)
    stopped.start()
    stopped.stop()


@pytest.mark.parametrize("kept", ["", "port", "80", "99999999"])
def test_a_file_without_a_port_is_written_anew(stopped: EmbeddedServer, kept: str) -> None:
    (stopped.status().home / "postgres" / "port").write_text(kept)
    assert stopped.status().port is None
    stopped.start()
    psycopg.connect(stopped.url()).close()
    stopped.stop()
    assert stopped.status().port is not None


def test_the_port_of_a_running_server_is_the_one_it_has(running: EmbeddedServer) -> None:
    port_file = running.status().home / "postgres" / "port"
    before = port_file.read_text()
    try:
        port_file.write_text("")
        psycopg.connect(running.url()).close()
    finally:
        port_file.write_text(before)


def test_the_socket_of_a_running_server_is_where_it_put_it(
    home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    server = EmbeddedServer(home / ("long" * 25), durable=False)
    server.start()
    try:
        sockets = server.status().sockets
        monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
        psycopg.connect(server.url()).close()
    finally:
        server.stop()
        sockets.rmdir()


def test_a_start_completes_what_another_left_half_done(running: EmbeddedServer) -> None:
    with as_superuser(running) as behind:
        behind.execute("grant connect on database sealedbid, postgres to public")
        behind.execute("alter role sealedbid superuser createdb")
        behind.execute("grant execute on function pg_cancel_backend(int) to public")
        behind.execute("grant execute on function pg_stat_get_activity(int) to public")
        behind.execute("grant select on pg_stat_activity to public")
        behind.execute("revoke set on parameter track_activities from sealedbid")
    running.start()
    with as_superuser(running) as behind:
        assert (
            behind.execute(
                "select datname from pg_database"
                " where has_database_privilege('public', oid, 'connect') and datallowconn"
            ).fetchall()
            == []
        )
        assert behind.execute(
            "select rolsuper, rolcreatedb, rolcreaterole from pg_roles where rolname = 'sealedbid'"
        ).fetchone() == (False, False, True)
        assert behind.execute(
            "select has_function_privilege('public', 'pg_cancel_backend(int)', 'execute'),"
            " has_function_privilege('public', 'pg_stat_get_activity(int)', 'execute'),"
            " has_table_privilege('public', 'pg_stat_activity', 'select'),"
            " has_parameter_privilege('sealedbid', 'track_activities', 'set')"
        ).fetchone() == (False, False, False, True)


def test_a_lost_password_of_the_owner_is_made_anew(running: EmbeddedServer) -> None:
    secret = running.status().home / "secrets" / "sealedbid.password"
    before = secret.read_text()
    secret.unlink()
    running.start()
    assert secret.read_text() != before
    psycopg.connect(running.url()).close()


def test_a_password_given_is_the_one_that_is_tried(running: EmbeddedServer) -> None:
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(running.url(password="wr@ng/one"))


def test_a_wrong_password_of_the_superuser_is_named(running: EmbeddedServer) -> None:
    secret = running.status().home / "secrets" / "postgres.password"
    before = secret.read_text()
    try:
        secret.write_text("wrong\n")
        with pytest.raises(
            EmbeddedServerError, match=r"secrets/postgres\.password has another password"
        ):
            running.start()
    finally:
        secret.write_text(before)


def test_a_start_waits_for_a_server_that_is_still_reading_its_past(
    stopped: EmbeddedServer,
) -> None:
    data, account = data_of(stopped), server_account()
    configuration = data / "postgresql.conf"
    before = configuration.read_text()
    configuration.write_text(before + "hot_standby = off\nrestore_command = 'sleep 0.3; false'\n")
    (data / "recovery.signal").touch()
    os.chown(data / "recovery.signal", account.uid, account.gid)
    account.run(
        stopped.binaries / "pg_ctl",
        "start",
        "--no-wait",
        "--silent",
        f"--pgdata={data}",
        f"--log={data.with_name('log')}",
        f"--options=-p {stopped.status().port}",
    )
    end = time.monotonic() + 60
    while not stopped.status().running:
        assert time.monotonic() < end
        time.sleep(0.01)
    pid = stopped.status().pid
    stopped.start()
    assert stopped.status().pid == pid
    psycopg.connect(stopped.url()).close()
    stopped.stop()
    configuration.write_text(before)


def test_a_configuration_without_ours_is_given_it_again(stopped: EmbeddedServer) -> None:
    configuration = data_of(stopped) / "postgresql.conf"
    configuration.write_text(configuration.read_text().replace("include 'sealedbid.conf'", ""))
    stopped.start()
    with psycopg.connect(stopped.url()) as owner:
        assert owner.execute("show log_parameter_max_length").fetchone() == ("0",)
    stopped.stop()


def test_a_server_that_does_not_start_says_why(stopped: EmbeddedServer) -> None:
    configuration = data_of(stopped) / "postgresql.conf"
    before = configuration.read_text()
    try:
        configuration.write_text(before + "no_such_setting = 1\n")
        with pytest.raises(EmbeddedServerError, match=r"did not start.*no_such_setting"):
            stopped.start()
    finally:
        configuration.write_text(before)


def test_a_folder_with_an_apostrophe_or_behind_a_link_is_a_home(home: Path) -> None:
    behind = home.parent / "somebody's home"
    link = home.parent / "link"
    link.symlink_to(behind)
    server = EmbeddedServer(behind, durable=False)
    server.start()
    try:
        psycopg.connect(server.url()).close()
        by_link = EmbeddedServer(link)
        by_link.start()
        assert by_link.status() == server.status()
    finally:
        server.stop()


@pytest.mark.parametrize("name", ["a,b", "do$HOME", 'qu"ote', "back`tick", "back\\slash"])
def test_a_path_that_the_programs_would_misread_is_refused(home: Path, name: str) -> None:
    with pytest.raises(EmbeddedServerError, match="set SEALEDBID_HOME to one without"):
        EmbeddedServer(home.parent / name).start()
    assert list(home.parent.iterdir()) == []


@pytest.mark.parametrize("part", [".", "secrets", "postgres"])
def test_a_folder_that_is_open_to_others_is_named_and_left_as_it_is(
    stopped: EmbeddedServer, part: str
) -> None:
    folder = stopped.status().home / part
    folder.chmod(0o750)
    try:
        with pytest.raises(EmbeddedServerError, match="open to others: chmod 700"):
            stopped.start()
        assert folder.stat().st_mode & 0o777 == 0o750
    finally:
        folder.chmod(0o700)


def test_a_file_in_the_place_of_the_home_is_named(home: Path) -> None:
    home.write_text("something else")
    with pytest.raises(EmbeddedServerError, match="is not a folder; move it away"):
        EmbeddedServer(home).start()
    home.unlink()


def test_nothing_has_no_address(home: Path) -> None:
    assert EmbeddedServer(home).address is None
    with pytest.raises(EmbeddedServerError, match="run `sealedbid up`"):
        EmbeddedServer(home).url(password="any")
    assert not home.exists()


def test_another_address_of_this_machine_finds_nobody(running: EmbeddedServer) -> None:
    port = running.status().port
    assert port is not None
    with socket.create_connection(("127.0.0.1", port), timeout=2):
        pass
    with pytest.raises(OSError, match="refused"), socket.create_connection(("127.0.0.2", port), 2):
        pass
