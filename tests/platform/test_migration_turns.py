"""A tenant's login cannot hold the lock that a migration waits for."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

import sealedbid
from sealedbid.platform.migrations import apply, files, migrate, status
from sealedbid.platform.migrations.errors import MigrationError
from sealedbid.platform.postgres import Queries
from sealedbid.platform.postgres.logins import LOGINS, Login, login_password
from sealedbid.platform.shipped import database_files
from tests.fixtures.server import Installation

MakeDatabase = Callable[..., Installation]

ROLES_KEY = 7317000


def run(installation: Installation) -> int:
    settings = installation.settings
    return len(migrate(installation.owner, lambda login: login_password(settings, login)).applied)


@pytest.mark.parametrize("login", LOGINS)
def test_no_login_can_take_the_turn(installation: Installation, login: Login) -> None:
    modes = (
        "access share",
        "row share",
        "row exclusive",
        "share update exclusive",
        "access exclusive",
    )
    with installation.connect(login) as connection:
        for mode in modes:
            with pytest.raises(psycopg.errors.InsufficientPrivilege), connection.transaction():
                connection.execute(
                    sql.SQL("lock table dbmate.schema_migrations in {} mode").format(sql.SQL(mode))
                )


@pytest.mark.full
def test_a_migration_asks_for_no_advisory_lock(make_database: MakeDatabase) -> None:
    """Sessions of a tenant hold every advisory lock, and nothing waits."""
    installation = make_database(migrated=False)
    with installation.as_superuser() as behind:
        behind.execute(
            "create function public.taken() returns event_trigger language plpgsql as $$"
            " begin if exists (select from pg_locks where locktype = 'advisory' and database ="
            " (select oid from pg_database where datname = current_database()))"
            " then raise 'an advisory lock is held'; end if; end $$"
        )
        behind.execute(
            "create event trigger taken on ddl_command_start execute function public.taken()"
        )
        try:
            assert run(installation) == len(files.all_migrations())
        finally:
            behind.execute("drop event trigger taken")


def test_statements_ask_for_no_advisory_lock() -> None:
    sources = Path(sealedbid.__file__).parent
    asking = [
        path.name
        for folder in (
            sources,
            database_files() / "migrations",
            database_files() / "roles",
        )
        for path in folder.rglob("*.sql")
        if "pg_advisory" in path.read_text(encoding="utf-8")
        or "pg_try_advisory" in path.read_text(encoding="utf-8")
    ]
    assert asking == []


def test_roles_are_made_while_a_login_holds_what_it_can(installation: Installation) -> None:
    """In the database where roles took turns before, and in its own."""
    with installation.connect("sb_api") as api, api.transaction(force_rollback=True):
        api.execute("select pg_advisory_xact_lock(%s)", [ROLES_KEY])
        api.execute("alter role sb_api set statement_timeout = '1min'")
        assert run(installation) == 0


@pytest.mark.full
def test_two_migrations_take_turns(make_database: MakeDatabase) -> None:
    installation = make_database(migrated=False)
    with installation.as_owner() as first:
        apply._make_bookkeeping(first)
        ended: list[int] = []
        second = threading.Thread(target=lambda: ended.append(run(installation)))
        with first.transaction():
            first.execute(Queries("sealedbid.platform.migrations", "preflight")["take_turn"])
            second.start()
            with installation.as_superuser() as behind:
                while not behind.execute(
                    "select from pg_locks where relation = 'dbmate.schema_migrations'::regclass"
                    " and not granted and database ="
                    " (select oid from pg_database where datname = current_database())"
                ).fetchall():
                    pass
            assert not status(installation.owner).applied
        second.join()
    assert ended == [len(files.all_migrations())]


def test_a_turn_that_never_comes_is_one_sentence(
    make_database: MakeDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    installation = make_database(migrated=False)
    monkeypatch.setattr(apply, "TURN_TIMEOUT", 1)
    with installation.as_owner() as first:
        apply._make_bookkeeping(first)
        with first.transaction():
            first.execute("lock table dbmate.schema_migrations in share update exclusive mode")
            with pytest.raises(MigrationError, match=r"Another migration of .* has worked for"):
                run(installation)
