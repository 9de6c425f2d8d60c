"""audit and prove judge a database as it is: they mend nothing in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from sealedbid.isolation.scratch.fingerprint import fingerprint
from sealedbid.platform.embedded import EmbeddedServer
from sealedbid.platform.migrations import migrate
from sealedbid.platform.postgres.logins import login_password
from tests.fixtures.commands import Home, sealedbid
from tests.fixtures.server import temporary_server

# Only a start with `up`, or any command that uses the installation, revokes these.
OPENED = (
    "grant execute on function pg_catalog.lo_from_bytea(oid, bytea) to public",
    "grant execute on function pg_catalog.pg_terminate_backend(int, bigint) to public",
    "grant connect on database sealedbid to public",
)
PRIVILEGES = (
    "select oid::regprocedure::text, proacl::text from pg_proc where proacl is not null"
    " union all select datname, datacl::text from pg_database"
    " union all select rolname, rolsuper::text || rolcreatedb::text from pg_authid order by 1, 2"
)


@pytest.fixture(scope="module")
def home() -> Iterator[Home]:
    with temporary_server() as server:
        home = Home(server.status().home)
        settings = home.installation.settings
        migrate(server.url(), lambda login: login_password(settings, login))
        yield home


@pytest.fixture
def opened(home: Home) -> Iterator[Home]:
    """The installation with privileges that an attack would want."""
    for statement in OPENED:
        with home.installation.as_superuser() as behind:
            behind.execute(statement)
    yield home
    EmbeddedServer(home.path).start()


def large_objects(home: Home) -> list[str]:
    done = home("audit", "--format", "json")
    assert done.stdout, done.stderr
    found = json.loads(done.stdout)["findings"]
    return [f["lint"] for f in found if f["lint"] == "0067_large_objects"]


def takes_no_writes(home: Home) -> bool:
    with home.installation.as_owner() as owner:
        return owner.execute("show default_transaction_read_only").fetchone() == ("on",)


def state(home: Home) -> tuple[str, list[object]]:
    with home.installation.as_superuser() as behind:
        return fingerprint(behind).digest, behind.execute(PRIVILEGES).fetchall()


@pytest.mark.full
def test_what_stands_open_is_found_and_not_mended(opened: Home) -> None:
    before = state(opened)
    assert large_objects(opened) == ["0067_large_objects"]
    assert large_objects(opened) == ["0067_large_objects"]  # and the first look closed nothing
    assert state(opened) == before


@pytest.mark.slow
def test_a_proof_mends_nothing_either(opened: Home) -> None:
    before = state(opened)
    done = opened("prove", "--quick", "--tables", "clients", "--format", "json")
    assert done.stdout, done.stderr
    assert state(opened) == before


@pytest.mark.full
def test_a_server_that_takes_no_writes_can_be_audited(home: Home) -> None:
    with home.installation.as_superuser() as behind:
        behind.execute("alter system set default_transaction_read_only = on")
        behind.execute("select pg_reload_conf()")
    try:
        while not takes_no_writes(home):
            pass
        done = home("audit")
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.splitlines()[-1].startswith("Sealed. ")
    finally:
        with home.installation.as_superuser() as behind:
            behind.execute("alter system reset default_transaction_read_only")
            behind.execute("select pg_reload_conf()")


@pytest.mark.full
def test_a_server_that_does_not_run_is_started_as_it_is(opened: Home) -> None:
    EmbeddedServer(opened.path).stop()
    assert large_objects(opened) == ["0067_large_objects"]


def test_where_nothing_was_ever_started_nothing_is_made(tmp_path: Path) -> None:
    done = sealedbid("audit", SEALEDBID_HOME=str(tmp_path / "home"))
    assert done.returncode == 1
    assert "No database was ever started" in done.stderr
    assert "sealedbid up" in done.stderr
    assert list(tmp_path.iterdir()) == []
