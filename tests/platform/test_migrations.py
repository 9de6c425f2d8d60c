"""Migrations: from zero, repeated, many at once, and refused."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from sealedbid.platform.migrations import files, migrate, status
from sealedbid.platform.migrations.errors import MigrationError, UnsuitableDatabaseError
from sealedbid.platform.postgres.errors import DatabaseUnreachableError
from sealedbid.platform.postgres.logins import login_password
from tests.fixtures.server import Installation, temporary_server

MakeDatabase = Callable[..., Installation]


def run(installation: Installation) -> int:
    """Migrate; returns the number of pending migrations."""
    settings = installation.settings
    return len(migrate(installation.owner, lambda login: login_password(settings, login)).applied)


def test_an_empty_database_gets_them_all_and_a_second_run_none(make_database: MakeDatabase) -> None:
    installation = make_database(migrated=False)
    assert not status(installation.owner).applied
    assert run(installation) == len(files.all_migrations())
    assert not status(installation.owner).pending
    assert run(installation) == 0


def test_the_installer_is_no_superuser(installation: Installation) -> None:
    with installation.as_owner() as owner:
        row = owner.execute(
            "select rolsuper, rolbypassrls, rolcreaterole from pg_roles"
            " where rolname = current_user"
        ).fetchone()
    assert row == (False, False, True)


@pytest.mark.full
def test_twenty_at_once_on_one_database_are_safe(make_database: MakeDatabase) -> None:
    installation = make_database(migrated=False)
    with ThreadPoolExecutor(20) as threads:
        list(threads.map(run, [installation] * 20))
    with installation.as_superuser() as behind:
        row = behind.execute("select count(*) from dbmate.schema_migrations").fetchone()
    assert row == (len(files.all_migrations()),)
    assert not status(installation.owner).pending


@pytest.mark.full
def test_twenty_databases_of_one_new_cluster_at_once_are_safe() -> None:
    """Every installer creates the roles, and there is one set of them: here roles collide."""
    with temporary_server() as server:
        names = [f"agency_{number}" for number in range(20)]
        with psycopg.connect(server.url("postgres", database="postgres"), autocommit=True) as admin:
            for name in names:
                admin.execute(f'create database "{name}" owner sealedbid')

        def install(name: str) -> int:
            return len(migrate(server.url(database=name), lambda login: f"pw {login}").applied)

        with ThreadPoolExecutor(20) as threads:
            assert set(threads.map(install, names)) == {len(files.all_migrations())}


@pytest.mark.full
def test_a_failing_file_leaves_nothing_behind(
    make_database: MakeDatabase,
) -> None:
    installation = make_database(migrated=False)
    with installation.as_superuser() as behind:
        # in the way of clients, after its table was begun
        behind.execute("create table public.clients (id int)")
        behind.execute("grant all on schema public to sealedbid")
    with pytest.raises(MigrationError, match=r"0300_clients\.sql.*already exists"):
        run(installation)
    assert next(m.version for m in status(installation.owner).pending) == "0300"
    with installation.as_superuser() as behind:
        behind.execute("drop table public.clients")
    run(installation)
    assert not status(installation.owner).pending


def test_a_missing_extension_is_one_sentence(
    make_database: MakeDatabase,
) -> None:
    installation = make_database(migrated=False)
    with installation.as_superuser() as behind:
        behind.execute("drop extension vector")
    with pytest.raises(UnsuitableDatabaseError, match="create extension vector in the database"):
        run(installation)


def test_too_few_rights_are_one_sentence(make_database: MakeDatabase) -> None:
    installation = make_database(migrated=False)
    with installation.as_superuser() as behind:
        behind.execute("create role powerless login password 'x'")
        behind.execute(f'grant connect on database "{installation.database}" to powerless')
    try:
        conninfo = make_conninfo(installation.superuser, user="powerless", password="x")
        with pytest.raises(UnsuitableDatabaseError, match="powerless does not own the database"):
            migrate(conninfo, str)
        with installation.as_superuser() as behind:
            behind.execute(f'alter database "{installation.database}" owner to powerless')
        with pytest.raises(UnsuitableDatabaseError, match='alter role "powerless" createrole'):
            migrate(conninfo, str)
    finally:
        with installation.as_superuser() as behind:
            behind.execute(f'alter database "{installation.database}" owner to sealedbid')
            behind.execute("drop owned by powerless")
            behind.execute("drop role powerless")


@pytest.mark.parametrize(
    ("conninfo", "sentence"),
    [
        ("postgresql://nobody@127.0.0.1:1/none", "cannot be reached: .*Connection refused"),
        ("mysql://nobody@127.0.0.1/none", "is not a PostgreSQL URL"),
    ],
)
def test_an_address_that_leads_nowhere_is_one_sentence(conninfo: str, sentence: str) -> None:
    with pytest.raises(DatabaseUnreachableError, match=sentence):
        migrate(conninfo, str)
