"""Where operators run PostgreSQL: a Supabase-shaped database, and the oldest version."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from sealedbid.platform.config import Settings
from sealedbid.platform.embedded.account import server_account
from sealedbid.platform.migrations import files, migrate
from sealedbid.platform.migrations.errors import UnsuitableDatabaseError
from sealedbid.platform.postgres.logins import login_password
from tests.fixtures.people import People
from tests.fixtures.server import Installation, temporary_server

OLDEST = Path("/usr/lib/postgresql/15/bin")
OPEN = "select seal.open('session', %s, %s)"
VECTOR = re.compile(r"\bvector[(,]")  # as the type of a column or an argument
PASSWORD = "only on loopback, only in this test"

SUPABASE = """
create role anon nologin;
create role authenticated nologin;
create role service_role nologin bypassrls;
create schema auth;
create table auth.users (id uuid primary key, email text);
grant usage on schema public to anon, authenticated, service_role;
alter default privileges for role sealedbid in schema public
    grant all on tables to anon, authenticated, service_role;
alter default privileges for role sealedbid in schema public
    grant all on functions to anon, authenticated, service_role;
alter default privileges for role sealedbid in schema public
    grant all on sequences to anon, authenticated, service_role;
"""


@pytest.fixture(scope="module")
def supabase() -> Iterator[Installation]:
    """A database as Supabase has it: its roles, its generous defaults, its own auth."""
    with temporary_server() as server:
        with psycopg.connect(server.url("postgres"), autocommit=True) as behind:
            behind.execute(SUPABASE)
        settings = Settings(home=server.status().home, database_address=server.url())
        migrate(server.url(), lambda login: login_password(settings, login))
        yield Installation(settings, "sealedbid", server.url(), server.url("postgres"))


def test_roles_with_generous_defaults_are_given_nothing(supabase: Installation) -> None:
    with supabase.as_superuser() as behind:
        given = behind.execute(
            """
            select r.rolname, c.relname
              from pg_class c, pg_roles r
             where r.rolname in ('anon', 'authenticated', 'service_role')
               and c.relnamespace in ('public'::regnamespace, 'seal'::regnamespace,
                                      'seal_private'::regnamespace)
               and c.relkind in ('r', 'v', 'S') and c.oid not in (
                   select objid from pg_depend where deptype = 'e')
               and has_table_privilege(r.oid, c.oid, 'select, insert, update, delete, truncate')
            union all
            select r.rolname, p.oid::regprocedure::text
              from pg_proc p, pg_roles r
             where r.rolname in ('anon', 'authenticated', 'service_role')
               and p.pronamespace::regnamespace::text in
                   ('seal', 'seal_auth', 'seal_private', 'core', 'system', 'queue', 'intelligence')
               and has_function_privilege(r.oid, p.oid, 'execute')
            """
        ).fetchall()
    assert given == []


def test_another_auth_server_keeps_its_people(supabase: Installation) -> None:
    with supabase.as_superuser() as behind:
        columns = behind.execute(
            "select array_agg(attname::text order by attnum) from pg_attribute"
            " where attrelid = 'auth.users'::regclass and attnum > 0"
        ).fetchone()
        sessions = behind.execute("select to_regclass('auth.sessions')").fetchone()
    assert columns == (["id", "email"],)
    assert sessions == (None,)
    with supabase.connect("sb_auth") as auth, pytest.raises(psycopg.errors.FeatureNotSupported):
        auth.execute("select seal_auth.create_user('a@example.org', null, 'A')")


def test_somebody_of_another_auth_server_founds_an_organisation(supabase: Installation) -> None:
    people = People(supabase)
    with supabase.connect("sb_auth") as auth:
        auth.execute(
            "select seal_auth.ensure_profile('5f1b9c1e-0000-4000-8000-000000000001',"
            " 'founder@example.org', 'Founder')"
        )
        founder = people.sign_in(
            auth, UUID("5f1b9c1e-0000-4000-8000-000000000001"), "founder@example.org"
        )
    with supabase.connect("sb_api") as api, api.transaction():
        api.execute("select seal.open_person(%s)", (founder.proof,))
        founded = api.execute("select core.create_organization('On Supabase')").fetchone()
    assert founded is not None


@contextmanager
def oldest_server() -> Iterator[str]:
    """Debian's PostgreSQL 15, without pgvector; the address of its owner."""
    account = server_account()
    folder = Path(tempfile.mkdtemp(prefix="sealedbid-15-"))
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
        home = Path(tempfile.mkdtemp(prefix="sealedbid-15-home-"))
        settings = Settings(home=home, database_address=owner)
        result = migrate(owner, lambda login: login_password(settings, login))
        applied = {migration.version for migration in result.applied}
        left_out = [migration.name for migration in shipped if migration.version not in applied]
        assert left_out == ["org_brain", "match_org_brain", "client_intelligence"]
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
