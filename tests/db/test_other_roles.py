"""No login takes on another role, creates objects, or decides how names are resolved."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from psycopg import Error, sql
from psycopg.errors import InsufficientPrivilege, InvalidAuthorizationSpecification

from sealedbid.platform.postgres.logins import LOGINS, Login
from tests.fixtures.people import People, World
from tests.fixtures.server import Installation


@pytest.mark.parametrize("login", LOGINS)
def test_a_login_becomes_no_other_role(installation: Installation, login: Login) -> None:
    with installation.as_superuser() as behind:
        roles = [row[0] for row in behind.execute("select rolname from pg_roles").fetchall()]
    with installation.connect(login) as connection:
        for role in set(roles) - {login}:
            for statement in (
                sql.SQL("set role {}").format(sql.Identifier(role)),
                sql.SQL("set local role {}").format(sql.Identifier(role)),
                sql.SQL("set session authorization {}").format(sql.Identifier(role)),
                sql.SQL("select set_config('role', {}, false)").format(sql.Literal(role)),
            ):
                with pytest.raises(InsufficientPrivilege), connection.transaction():
                    connection.execute(statement)


@pytest.mark.parametrize("login", LOGINS)
@pytest.mark.parametrize(
    "statement",
    [
        "create table {schema}.mine (id int)",
        "create function {schema}.mine() returns int language sql return 1",
        "create operator {schema}.= (leftarg = uuid, rightarg = uuid, function = uuid_eq)",
        "create view {schema}.mine as select 1",
        "create type {schema}.mine as (id int)",
    ],
)
def test_a_login_makes_nothing_anywhere(
    installation: Installation, login: Login, statement: str
) -> None:
    with installation.as_superuser() as behind:
        schemas = behind.execute(
            "select nspname from pg_namespace where nspname !~ '^pg_(toast|temp)'"
        ).fetchall()
    with installation.connect(login) as connection:
        for (schema,) in [*schemas, ("pg_temp",)]:
            with pytest.raises(Error) as caught, connection.transaction():
                connection.execute(statement.format(schema=schema))
            assert caught.value.sqlstate == "42501", schema


@pytest.mark.parametrize(
    "statement",
    [
        "create temporary table clients (id int)",
        "create schema mine",
        "create role mine",
        "create extension dblink",
        "alter table public.clients disable row level security",
        "alter table public.clients no force row level security",
        "drop policy tenant_floor on public.clients",
        "truncate public.clients",
        "set session_replication_role = replica",
        "grant sb_seal to sb_api",
        "alter role sb_api set seal.context = 'x'",
        "select lo_create(0)",
        "select pg_terminate_backend(pg_backend_pid())",
        "select pg_read_file('postgresql.conf')",
        "copy public.clients to program 'cat'",
        "select * from seal_private.keys",
        "select * from seal_private.credentials",
        "select seal_private.rotate_context_key()",
        "select seal_private.context()",
        "select core.appoint_operator('a@example.org')",
        "select core.lock_members('00000000-0000-0000-0000-000000000000')",
        "select password_proof from auth.users",
    ],
)
def test_requests_may_not(installation: Installation, statement: str) -> None:
    with (
        installation.connect("sb_api") as api,
        pytest.raises(InsufficientPrivilege),
        api.transaction(),
    ):
        api.execute(statement)


@pytest.fixture
def hijacked(make_database: Callable[..., Installation]) -> tuple[Installation, People]:
    """A database in which a role with more rights has left traps in its schema."""
    installation = make_database()
    with installation.as_superuser() as behind:
        behind.execute(
            """
            create schema evil;
            grant usage on schema evil to public;
            create function evil.yes(text, text) returns boolean language sql return true;
            create function evil.yes(bytea, bytea) returns boolean language sql return true;
            create function evil.no(text, text) returns boolean language sql return false;
            create operator evil.= (leftarg = text, rightarg = text, function = evil.yes);
            create operator evil.= (leftarg = bytea, rightarg = bytea, function = evil.yes);
            create operator evil.<> (leftarg = text, rightarg = text, function = evil.no);
            create function evil.sha256(bytea) returns bytea language sql return 'x'::bytea;
            create function evil.encode(bytea, text) returns text language sql
                return repeat('0', 64);
            create function evil."right"(text, int) returns text language sql
                return repeat('0', 64);
            create function evil.clock_timestamp() returns timestamptz language sql
                return '2000-01-01'::timestamptz;
            create function evil.current_setting(text, boolean) returns text language sql
                return '';
            grant execute on all functions in schema evil to public;
            """
        )
    return installation, People(installation)


def test_traps_on_the_search_path_catch_nothing(
    hijacked: tuple[Installation, People],
) -> None:
    installation, people = hijacked
    world = people.world()
    with installation.connect("sb_api") as api:
        api.execute("set search_path = evil, pg_catalog, public")
        with api.transaction(force_rollback=True):
            api.execute("select seal.open('session', %s, %s)", (world.a.viewer.proof, world.a.id))
            row = api.execute("select pg_catalog.current_setting('seal.context', true)").fetchone()
            assert row is not None
            forged = row[0].replace(str(world.a.id), str(world.b.id))
            for context in (forged, forged[:-64] + "0" * 64):
                api.execute("select pg_catalog.set_config('seal.context', %s, true)", (context,))
                with pytest.raises(InvalidAuthorizationSpecification), api.transaction():
                    api.execute("select * from public.organizations")
        with pytest.raises(InvalidAuthorizationSpecification), api.transaction():
            api.execute("select seal.open('session', %s, %s)", (b"x" * 32, world.b.id))


@pytest.mark.parametrize(
    "setting",
    ["role = 'sb_seal'", "search_path = 'nowhere'", "row_security = off"],
)
def test_what_a_login_sets_for_itself_is_no_way_to_rows(
    installation: Installation, people: People, setting: str
) -> None:
    """PostgreSQL lets every login set defaults for itself: they harm only that login."""
    world = people.world()
    with installation.connect("sb_api") as api:
        api.execute(f"alter role sb_api set {setting}")
    try:
        with installation.connect("sb_api") as api:
            assert api.execute("select current_user").fetchone() == ("sb_api",)
            with api.transaction():
                api.execute("set local row_security = on")
                api.execute(
                    "select seal.open('session', %s, %s)", (world.a.viewer.proof, world.a.id)
                )
                assert api.execute("select id from public.organizations").fetchall() == [
                    (world.a.id,)
                ]
    finally:
        with installation.as_superuser() as behind:
            behind.execute(f"alter role sb_api reset {setting.partition(' ')[0]}")


def test_the_installer_is_bound_by_the_floor_too(installation: Installation, world: World) -> None:
    with installation.connect("sb_api") as api, api.transaction():
        api.execute("select seal.open('session', %s, %s)", (world.a.member.proof, world.a.id))
        api.execute(
            "insert into public.clients (org_id, name) values (%s, 'Not for installers')"
            " on conflict do nothing",
            (world.a.id,),
        )
    with installation.as_owner() as installer:
        for table in ("clients", "jobs", "services", "templates"):
            assert installer.execute(f"select * from public.{table}").fetchall() == []
