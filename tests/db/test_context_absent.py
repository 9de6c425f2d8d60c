"""Without a context there are no rows, and nothing is written."""

from __future__ import annotations

from typing import Any

import pytest
from psycopg import Connection

from sealedbid.platform.postgres.logins import Login
from tests.db.contexts import (
    REFUSED,
    clients_seen,
    columns,
    opened,
    put_context,
    read_all,
    refused,
    scalar,
    touched,
)
from tests.fixtures.people import World
from tests.fixtures.server import Installation

pytest_plugins = ["tests.fixtures.contexts"]

TENANT_LOGINS: list[Login] = ["sb_api", "sb_worker"]
# No tenant may read a column of these; every other table shows no row.
UNREADABLE = {"public.idempotency_keys", "public.stripe_events"}


@pytest.mark.parametrize("login", TENANT_LOGINS)
def test_a_login_without_a_context_reads_no_row(
    installation: Installation, stocked: World, public_tables: list[str], login: Login
) -> None:
    with installation.connect(login) as connection:
        for table in public_tables:
            assert read_all(connection, table) == (REFUSED if table in UNREADABLE else 0), table


@pytest.mark.parametrize("login", TENANT_LOGINS)
def test_a_login_without_a_context_inserts_no_row(
    installation: Installation, stocked: World, public_tables: list[str], login: Login
) -> None:
    with installation.connect(login) as connection:
        for table in public_tables:
            key = scalar(
                connection,
                "select attname::text from pg_attribute where attrelid = %s::regclass"
                " and attname in ('org_id', 'id', 'key') order by attname <> 'org_id' limit 1",
                table,
            )
            value = stocked.a.id
            insert = f"insert into {table} ({key}) values (%s)"
            assert touched(connection, insert, value) == REFUSED


@pytest.mark.parametrize("login", TENANT_LOGINS)
def test_a_login_without_a_context_changes_no_row(
    installation: Installation, stocked: World, public_tables: list[str], login: Login
) -> None:
    with installation.connect(login) as connection:
        for table in public_tables:
            for column in columns(connection, table, "update"):
                assert touched(connection, f"update {table} set {column} = default") == 0
            update = f"update {table} set created_at = now()"
            assert touched(connection, update) == REFUSED
            assert touched(connection, f"delete from {table}") in (0, REFUSED)


@pytest.mark.parametrize("login", ["sb_auth", "sb_dispatch"])
def test_logins_without_tenants_read_no_table(
    installation: Installation, public_tables: list[str], login: Login
) -> None:
    with installation.connect(login) as connection:
        for table in [*public_tables, "seal_private.credentials", "seal_private.keys"]:
            assert touched(connection, f"select from {table}") == REFUSED


@pytest.mark.parametrize("local", [True, False])
def test_an_emptied_context_is_none(
    api: Connection[Any], stocked: World, public_tables: list[str], local: bool
) -> None:
    with opened(api, stocked.a, "owner"):
        put_context(api, "", local=local)
        assert clients_seen(api) == []
        assert scalar(api, "select seal.org()") is None
        assert scalar(api, "select seal.user_id()") is None
        assert scalar(api, "select seal.kind()") is None
        assert scalar(api, "select seal.rank()") == 0
        with refused(REFUSED):
            api.execute("insert into public.clients (org_id, name) values (%s, '')", [stocked.a.id])


def test_a_context_ends_with_its_transaction(api: Connection[Any], stocked: World) -> None:
    with opened(api, stocked.a):
        assert clients_seen(api) == [stocked.a.name]
    assert clients_seen(api) == []
