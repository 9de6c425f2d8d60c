"""No login takes on another role, by any statement."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest
from psycopg import Connection, sql

from sealedbid.platform.postgres.logins import LOGINS, Login
from tests.db.contexts import FORGED, OPEN, REFUSED, attempt, clients_seen, opened, refused, scalar
from tests.fixtures.people import World
from tests.fixtures.server import Installation

pytest_plugins = ["tests.fixtures.contexts"]

WAYS = {
    "set role": "set role {role}",
    "set local role": "set local role {role}",
    "set_config of role": "select set_config('role', {name}, false)",
    "set session authorization": "set session authorization {role}",
    "set_config of session": "select set_config('session_authorization', {name}, true)",
}


def become(connection: Connection[Any], way: str, role: str) -> None:
    connection.execute(sql.SQL(WAYS[way]).format(role=sql.Identifier(role), name=sql.Literal(role)))


def other_roles(connection: Connection[Any], login: str) -> list[str]:
    """Every role of the cluster but the login itself."""
    rows = connection.execute("select rolname from pg_roles where rolname <> %s", (login,))
    return [row[0] for row in rows]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("login", LOGINS)
def test_a_login_becomes_no_other_role(installation: Installation, login: Login, way: str) -> None:
    with installation.connect(login) as connection:
        roles = other_roles(connection, login)
        assert len(roles) > 10
        for role in roles:
            with connection.transaction(), attempt(connection), refused(REFUSED):
                become(connection, way, role)
        assert scalar(connection, "select current_user::text") == login
        assert scalar(connection, "select session_user::text") == login


@pytest.mark.parametrize("way", WAYS)
def test_a_tenant_becomes_no_other_role_inside_a_context(
    api: Connection[Any], stocked: World, way: str
) -> None:
    with opened(api, stocked.a, "owner"):
        for role in other_roles(api, "sb_api"):
            with attempt(api), refused(REFUSED):
                become(api, way, role)
        assert clients_seen(api) == [stocked.a.name]


def test_one_select_changes_no_role_and_reads_no_more(api: Connection[Any], stocked: World) -> None:
    with opened(api, stocked.a):
        for role in other_roles(api, "sb_api"):
            with attempt(api), refused(REFUSED):
                scalar(
                    api,
                    "select set_config('role', %s, true) union all select name from public.clients",
                    role,
                )


@pytest.mark.parametrize("login", LOGINS)
def test_a_login_does_not_begin_its_session_as_another_role(
    installation: Installation, login: Login
) -> None:
    with installation.as_superuser() as behind:
        roles = other_roles(behind, login)
    for role in [*(name for name in roles if name.startswith("sb_")), "postgres", "sealedbid"]:
        if role == login:
            continue
        with pytest.raises(psycopg.OperationalError, match="permission denied"):
            psycopg.connect(installation.conninfo(login), options=f"-c role={role}").close()


def test_row_security_is_not_turned_off(api: Connection[Any], stocked: World) -> None:
    with opened(api, stocked.a, "owner"):
        api.execute("select set_config('row_security', 'off', true)")
        with attempt(api), refused(REFUSED):
            clients_seen(api)
    with opened(api, stocked.a, "owner"), attempt(api), refused(REFUSED):
        api.execute("set session_replication_role = replica")


def test_a_context_given_at_the_start_of_a_session_is_forged(
    installation: Installation, stocked: World
) -> None:
    forged = f"session..{stocked.b.id}.4..99999999999.1." + "0" * 64
    with psycopg.connect(
        installation.conninfo("sb_api"), options=f"-c seal.context={forged}", autocommit=True
    ) as connection:
        with refused(FORGED):
            clients_seen(connection)
        connection.execute("reset all")  # to the values of the session's start
        with refused(FORGED):
            clients_seen(connection)
        with connection.transaction():
            assert scalar(connection, OPEN, "session", stocked.a.owner.proof, stocked.a.id) == 4
            assert clients_seen(connection) == [stocked.a.name]


@pytest.mark.parametrize("login", LOGINS)
@pytest.mark.parametrize("relation", ["keys", "credentials"])
def test_a_login_reads_neither_keys_nor_credentials(
    installation: Installation, login: Login, relation: str
) -> None:
    with installation.connect(login) as connection:
        for statement in ("select * from {}", "delete from {}", "copy {} to stdout", "truncate {}"):
            with refused(REFUSED):
                connection.execute(
                    sql.SQL(statement).format(sql.Identifier("seal_private", relation))
                )
