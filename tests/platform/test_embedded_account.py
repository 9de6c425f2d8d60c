"""The embedded server between accounts: root's, the server's, and another one."""

from __future__ import annotations

import os
import pwd
import shutil
import stat
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sealedbid.platform.embedded import EmbeddedServer, UnreachableHomeError, account
from sealedbid.platform.embedded.account import server_account
from tests.fixtures.server import migrated_server, temporary_home

pytestmark = [
    pytest.mark.full,
    pytest.mark.skipif(os.geteuid() != 0, reason="only root can be several accounts"),
]

NEEDS = "import psycopg, sealedbid.platform.embedded, importlib.metadata as m; m.version('psycopg')"
USE = "import sys; from pathlib import Path; from sealedbid.platform.embedded import *; "


@pytest.fixture
def home() -> Iterator[Path]:
    with temporary_home() as home:
        yield home


@pytest.fixture(scope="module")
def stopped() -> Iterator[EmbeddedServer]:
    """A server that the tests of this module leave stopped."""
    with migrated_server() as server:
        server.stop()
        yield server


def run_as(user: pwd.struct_passwd, program: str, code: str, *arguments: str) -> str:
    """Run the code and return its output; on failure the error's last line."""
    done = subprocess.run(
        [program, "-c", code, *arguments],
        user=user.pw_uid,
        group=user.pw_gid,
        extra_groups=[],
        cwd="/",
        env={
            "PATH": os.defpath,
            "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
            "PYTHONDONTWRITEBYTECODE": "1",
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.stdout if done.returncode == 0 else done.stderr.strip().splitlines()[-1]


@pytest.fixture
def name() -> Iterator[str]:
    """Name of an account that does not exist yet, and is removed afterwards."""
    name = f"sealedbid-{os.getpid()}"
    yield name
    userdel = shutil.which("userdel", path=f"{os.defpath}:/usr/sbin:/sbin")
    assert userdel is not None  # it comes with useradd
    subprocess.run([userdel, name], capture_output=True, check=False)


def test_several_first_starts_at_once_make_one_account(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(account, "NAME", name)
    together = threading.Barrier(8)

    def start() -> int:
        together.wait()
        return server_account().uid

    with ThreadPoolExecutor(8) as threads:
        told = {each.result() for each in [threads.submit(start) for _ in range(8)]}
    assert told == {pwd.getpwnam(name).pw_uid}


@pytest.fixture(scope="module")
def nobody() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam("nobody")
    except KeyError:
        pytest.skip("there is no account nobody")


@pytest.fixture(scope="module")
def python(nobody: pwd.struct_passwd) -> str:
    """A Python that the account nobody can run with our packages."""
    for program in (sys.executable, shutil.which("python3", path=os.defpath)):
        try:
            if program and run_as(nobody, program, NEEDS) == "":
                return program
        except PermissionError:
            continue
    pytest.skip("no Python that the account nobody can run has our packages")


def test_somebody_without_privileges_runs_it_as_themselves(
    nobody: pwd.struct_passwd, python: str
) -> None:
    code = USE + (
        "import os, psycopg\n"
        "server = EmbeddedServer(Path(sys.argv[1]) / 'home', durable=False)\n"
        "try:\n"
        "    server.start()\n"
        "    psycopg.connect(server.url()).close()\n"
        "    print(os.stat(f'/proc/{server.status().pid}').st_uid)\n"
        "finally:\n"
        "    server.stop()\n"
    )
    folder = Path(tempfile.mkdtemp(prefix="sealedbid-test-"))
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    try:
        assert run_as(nobody, python, code, str(folder)) == f"{nobody.pw_uid}\n"
    finally:
        shutil.rmtree(folder)


@pytest.mark.parametrize("verb", ["start", "stop", "status"])
def test_somebody_elses_installation_is_said_to_be_theirs(
    stopped: EmbeddedServer, nobody: pwd.struct_passwd, python: str, verb: str
) -> None:
    code = USE + f"EmbeddedServer(Path(sys.argv[1])).{verb}()"
    said = run_as(nobody, python, code, str(stopped.status().home))
    assert said.startswith("sealedbid.platform.embedded.errors.EmbeddedServerError")
    assert "run this as the user who made the installation" in said


def test_nothing_above_the_home_changes(home: Path) -> None:
    home.parent.joinpath("between").mkdir(mode=0o751)
    above = [home.parent / "between", home.parent, home.parent.parent]
    before = [(path.stat().st_mode, path.stat().st_uid, path.stat().st_gid) for path in above]
    server = EmbeddedServer(above[0] / "home", durable=False)
    server.start()
    server.stop()
    after = [(path.stat().st_mode, path.stat().st_uid, path.stat().st_gid) for path in above]
    assert after == before


def test_links_of_the_servers_account_lead_root_nowhere(
    stopped: EmbeddedServer, tmp_path: Path
) -> None:
    postgres, account = stopped.status().home / "postgres", server_account()
    places = [
        postgres / name
        for name in (
            "port.new",
            "port",
            "initdb.password.new",
            "data/pg_hba.conf.new",
            "data/sealedbid.conf",
            "data/sealedbid.conf.new",
        )
    ]
    for number, place in enumerate(places):
        aim = tmp_path / str(number)
        aim.write_text("root's")
        account.run("ln", "-sf", aim, place)
    before = [path.stat() for path in sorted(tmp_path.iterdir())]
    # the port's file links to a file that root can read and the account cannot: it has no port
    stopped.start()
    stopped.stop()
    after = [path.stat() for path in sorted(tmp_path.iterdir())]
    for was, now in zip(before, after, strict=True):
        assert (now.st_uid, now.st_mode, now.st_mtime_ns) == (
            was.st_uid,
            was.st_mode,
            was.st_mtime_ns,
        )


def test_secrets_that_are_not_ours_are_not_used(home: Path) -> None:
    account = server_account()
    server = EmbeddedServer(home, durable=False)
    server.start()
    server.stop()
    account.run("mv", home / "secrets", home / "moved")
    account.run("mkdir", "-m", "700", home / "secrets")
    with pytest.raises(Exception, match="secrets belongs to another account"):
        server.start()


def test_secrets_and_programs_are_roots_and_the_data_is_not(stopped: EmbeddedServer) -> None:
    home, account = stopped.status().home, server_account()
    assert home.stat().st_uid == (home / "postgres" / "data").stat().st_uid == account.uid != 0
    secrets = [home / "secrets", *(home / "secrets").iterdir()]
    assert {path.stat().st_uid for path in secrets} == {0}
    assert {stat.S_IMODE(path.stat().st_mode) for path in secrets[1:]} == {0o600}


def test_a_home_that_was_closed_off_later_is_refused(stopped: EmbeddedServer) -> None:
    above = stopped.status().home.parent
    before = stat.S_IMODE(above.stat().st_mode)
    above.chmod(0o700)
    try:
        with pytest.raises(UnreachableHomeError, match="set SEALEDBID_HOME to a folder"):
            stopped.start()
        assert (stopped.status().home / "postgres" / "data").is_dir()
    finally:
        above.chmod(before)


@pytest.mark.skipif(shutil.which("setpriv") is None, reason="setpriv is not installed")
def test_root_in_a_container_finds_the_server_that_runs(home: Path) -> None:
    code = USE + (
        "server = EmbeddedServer(Path(sys.argv[1]), durable=False)\n"
        "server.start()\n"
        "first = server.status()\n"
        "server.start()\n"
        "assert first.running and server.status() == first\n"
        "server.stop()\n"
        "assert not server.status().running\n"
    )
    done = subprocess.run(
        ["setpriv", "--bounding-set=-sys_ptrace", sys.executable, "-c", code, str(home)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
