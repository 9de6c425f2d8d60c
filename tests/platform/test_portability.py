"""The oldest PostgreSQL that operators run; Supabase's shape has a file of its own."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from sealedbid.platform.config import Settings
from sealedbid.platform.embedded.account import server_account
from sealedbid.platform.migrations import files, migrate
from sealedbid.platform.migrations.errors import UnsuitableDatabaseError
from sealedbid.platform.postgres.logins import login_password
from tests.fixtures.leaving import new_folder
from tests.fixtures.people import People
from tests.fixtures.server import Installation

pytestmark = pytest.mark.full

OLDEST = Path("/usr/lib/postgresql/15/bin")
VECTOR = re.compile(r"\bvector[(,]|::vector")  # as the type of a column, an argument, a cast
PASSWORD = "only on loopback, only in this test"


@contextmanager
def oldest_server() -> Iterator[str]:
    """Debian's PostgreSQL 15, without pgvector; the address of its owner."""
    account = server_account()
    folder = new_folder("sealedbid-15-")
    data = folder / "data"
    if account.is_other:
        os.chown(folder, account.uid, account.gid)
    passwords = folder / "password"
    passwords.write_text(PASSWORD)
    passwords.chmod(0o644)
    account.run(
        OLDEST / "initdb",
        f"--pgdata={data}",
        "--username=postgres",
        f"--pwfile={passwords}",
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
    )
    started = account.run(
        OLDEST / "pg_ctl",
        "start",
        "--wait",
        f"--pgdata={data}",
        f"--log={folder / 'log'}",
        f"--options=-c listen_addresses='' -k {folder} -c fsync=off",
    )
    assert started.returncode == 0
    try:
        admin = make_conninfo(host=str(folder), user="postgres", password=PASSWORD)
        with psycopg.connect(admin, dbname="postgres", autocommit=True) as behind:
            behind.execute(f"create role sealedbid login createrole password '{PASSWORD}'")
            behind.execute("create database sealedbid owner sealedbid")
        yield make_conninfo(admin, user="sealedbid", dbname="sealedbid")
    finally:
        account.run(OLDEST / "pg_ctl", "stop", "--mode=immediate", f"--pgdata={data}")
        shutil.rmtree(folder)


def without_vectors(folder: Path) -> Path:
    """A copy of db/ in ``folder`` less the migrations that need pgvector's type."""
    shutil.copytree(files.database_files(), folder / "db")
    for path in (folder / "db" / "migrations").glob("*/*.sql"):
        if VECTOR.search(path.read_text(encoding="utf-8")):
            path.unlink()
    return folder / "db"


@pytest.mark.skipif(
    not (OLDEST / "initdb").exists(), reason="Debian's PostgreSQL 15 is not installed"
)
def test_the_seal_and_all_but_the_brain_stand_on_postgresql_15(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shipped = files.all_migrations()
    without = without_vectors(tmp_path)
    with oldest_server() as owner:
        # Debian has no pgvector for it, and is told so
        with pytest.raises(UnsuitableDatabaseError, match="install pgvector"):
            migrate(owner, str)
        # so the tables with vectors are left out here; everything else has to stand
        monkeypatch.setattr(
            "sealedbid.platform.migrations.apply.check_database", lambda connection: None
        )
        monkeypatch.setattr(files, "database_files", lambda: without)
        home = new_folder("sealedbid-15-home-")
        settings = Settings(home=home, database_address=owner)
        result = migrate(owner, lambda login: login_password(settings, login))
        applied = {migration.version for migration in result.applied}
        left_out = [migration.name for migration in shipped if migration.version not in applied]
        assert left_out == ["org_brain", "match_org_brain", "client_intelligence", "to_vector"]
        people = People(Installation(settings, "sealedbid", owner, owner))
        world = people.world()
        with people.installation.connect("sb_api") as api:
            with api.transaction():
                api.execute(
                    "select seal.open('session', %s, %s)", (world.a.member.proof, world.a.id)
                )
                api.execute("insert into clients (org_id, name) values (%s, 'Ours')", (world.a.id,))
            with api.transaction():
                api.execute(
                    "select seal.open('session', %s, %s)", (world.b.member.proof, world.b.id)
                )
                assert api.execute("select count(*) from clients").fetchone() == (0,)
            assert api.execute("select count(*) from clients").fetchone() == (0,)
        shutil.rmtree(home)
