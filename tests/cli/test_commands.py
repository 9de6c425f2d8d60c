"""The commands as a person runs them: output and exit codes."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from sealedbid.platform.config import Settings
from sealedbid.platform.embedded import EmbeddedServer
from sealedbid.platform.postgres.logins import LOGINS, login_conninfo
from tests import SOURCE
from tests.fixtures.commands import Home, sealedbid, sealedbid_process
from tests.fixtures.people import People
from tests.fixtures.server import Installation, temporary_home

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    with temporary_home() as home:
        yield home


@pytest.fixture(scope="module")
def up(home: Path) -> Run:
    """An installation that is up, and its commands."""
    run = Home(home)
    started = run("up")
    assert started.returncode == 0, started.stderr
    assert "Applied" in started.stdout
    return run


def test_up_twice_is_up_once(up: Run) -> None:
    again = up("up")
    assert again.returncode == 0
    assert "The schema is the newest." in again.stdout


def test_status_tells_what_runs_and_3_when_nothing_does(up: Run, tmp_path: Path) -> None:
    running = up("status")
    assert running.returncode == 0
    assert "PostgreSQL 18 runs in" in running.stdout
    assert "The schema is the newest" in running.stdout
    nothing = sealedbid("status", SEALEDBID_HOME=str(tmp_path / "none"))
    assert nothing.returncode == 3
    assert "Start it with: sealedbid up" in nothing.stdout


def test_down_of_nothing_is_no_error(tmp_path: Path) -> None:
    stopped = sealedbid("down", SEALEDBID_HOME=str(tmp_path / "none"))
    assert (stopped.returncode, stopped.stderr) == (0, "")


def test_migrate_says_what_is_applied_and_what_would_run(
    up: Run, make_database: Callable[..., Installation]
) -> None:
    assert up("migrate", "--status").stdout.count("applied  ") == up(
        "migrate", "--status"
    ).stdout.count("\n")
    empty = make_database(migrated=False)
    pending = sealedbid("migrate", "--dry-run", DATABASE_URL=empty.owner)
    assert pending.returncode == 0
    assert "create schema seal;" in pending.stdout
    assert "create table public.clients" in pending.stdout
    with empty.as_superuser() as behind:
        row = behind.execute("select to_regnamespace('seal') is null").fetchone()
    assert row == (True,)


def test_the_export_is_a_folder_of_migrations_for_supabase(tmp_path: Path) -> None:
    exported = sealedbid("migrate", "--export", str(tmp_path / "migrations"))
    assert exported.returncode == 0, exported.stderr
    files = sorted((tmp_path / "migrations").iterdir())
    assert files[0].name == "20260101000000_sealedbid_roles.sql"
    assert all(path.name.split("_")[0].isdigit() for path in files)
    assert "migrate:" not in "".join(path.read_text() for path in files)
    again = sealedbid("migrate", "--export", str(tmp_path / "migrations"))
    assert again.returncode == 0
    files[3].write_text("-- changed")
    refused = sealedbid("migrate", "--export", str(tmp_path / "migrations"))
    assert refused.returncode == 1
    assert "export into an empty folder" in refused.stderr


@pytest.mark.parametrize(
    ("url", "code", "sentence"),
    [
        ("postgresql://127.0.0.1:1/x", 75, "cannot be reached"),
        ("not a url", 1, "is not a PostgreSQL URL"),
    ],
)
def test_a_wrong_address_is_one_sentence_and_an_exit_code(
    url: str, code: int, sentence: str
) -> None:
    failed = sealedbid("migrate", DATABASE_URL=url)
    assert failed.returncode == code
    assert sentence in failed.stderr
    assert "Traceback" not in failed.stderr
    assert failed.stderr.startswith("sealedbid: ")


def test_a_wrong_setting_is_one_sentence(tmp_path: Path) -> None:
    failed = sealedbid("status", SEALEDBID_POOL_MAX_SIZE="many", SEALEDBID_HOME=str(tmp_path))
    assert failed.returncode == 1
    assert "SEALEDBID_POOL_MAX_SIZE" in failed.stderr
    assert "Traceback" not in failed.stderr


def test_the_context_key_is_replaced(up: Run) -> None:
    rotated = up("keys", "rotate")
    assert rotated.returncode == 0, rotated.stderr
    assert "key 2" in rotated.stdout
    assert "key 3" in up("keys", "rotate", "--grace", "0").stdout


def test_logins_get_new_passwords(up: Run, home: Path) -> None:
    paths = [home / "secrets" / f"{login}.password" for login in LOGINS]
    before = [path.read_text() for path in paths]
    assert up("logins", "reset").returncode == 0
    assert all(path.read_text() != old for path, old in zip(paths, before, strict=True))
    server = EmbeddedServer(home)
    for login in LOGINS:
        psycopg.connect(server.url(login)).close()


def test_the_logins_need_nothing_but_the_home(up: Run, home: Path) -> None:
    settings = Settings(home=home, database_url=None)
    for login in LOGINS:
        with psycopg.connect(login_conninfo(settings, login)) as connection:
            assert connection.info.user == login


def test_an_operator_is_somebody_who_has_signed_up(
    up: Run, home: Path, installation: Installation, people: People
) -> None:
    unknown = up("operator", "appoint", "nobody@example.org")
    assert unknown.returncode == 1
    assert "sign up first" in unknown.stderr
    operator = people.sign_up("boss")
    appointed = sealedbid("operator", "appoint", operator.email, DATABASE_URL=installation.owner)
    assert appointed.returncode == 0, appointed.stderr
    with installation.connect("sb_api") as api, api.transaction():
        row = api.execute(
            "select seal.open('session', %s, '00000000-0000-0000-0000-000000000000')",
            (operator.proof,),
        ).fetchone()
    assert row == (4,)


SUM = re.compile(r"Sealed\. \d+ statements on \d+ tables")
README = Path(SOURCE).parent / "README.md"


@pytest.mark.full
def test_the_demo_shows_two_agencies_and_a_table_of_all_tables(home: Path) -> None:
    shown = sealedbid_process("demo", SEALEDBID_HOME=str(home))
    assert shown.returncode == 0, shown.stderr
    assert "Alder & Finch Studio" in shown.stdout
    assert "Borealis Data Partners" in shown.stdout
    assert "Sealed." in shown.stdout
    assert "LEAK" not in shown.stdout
    for table in ("clients", "org_members", "audit_log", "jobs", "system_settings"):
        assert table in shown.stdout
    lines = shown.stdout.splitlines()
    over_http = lines[lines.index("The same over HTTP, from sealedbid serve:") + 1 :][:4]
    assert [line.split()[0] for line in over_http] == ["A", "B", "A", "A"]
    assert [line.split()[3] for line in over_http] == ["200", "200", "404", "404"]
    assert all(len(line) <= 80 for line in over_http)
    told = SUM.search(" ".join(README.read_text(encoding="utf-8").split()))
    assert told is not None
    assert told[0] in " ".join(shown.stdout.split())
    assert not EmbeddedServer(home.with_name(f"{home.name}-demo")).status().running
