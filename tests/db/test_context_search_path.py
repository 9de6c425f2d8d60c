"""An attacker's operators and functions on the search path do not replace the seal's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, LiteralString

import pytest
from psycopg import Connection

from tests.db.contexts import (
    FORGED,
    OPEN,
    REFUSED,
    attempt,
    clients_seen,
    context_of,
    opened,
    put_context,
    refused,
    scalar,
)
from tests.fixtures.people import People, World
from tests.fixtures.server import Installation

pytest_plugins = ["tests.fixtures.contexts"]

# An attacker's best objects: everything is equal, every hash is the same.
EVIL: LiteralString = """
create schema evil;
create function evil.yes(text, text) returns boolean immutable language sql return true;
create function evil.yes(uuid, uuid) returns boolean immutable language sql return true;
create function evil.yes(bytea, bytea) returns boolean immutable language sql return true;
create function evil.yes(int, int) returns boolean immutable language sql return true;
create operator evil.= (leftarg = text, rightarg = text, function = evil.yes);
create operator evil.= (leftarg = uuid, rightarg = uuid, function = evil.yes);
create operator evil.= (leftarg = bytea, rightarg = bytea, function = evil.yes);
create operator evil.= (leftarg = int, rightarg = int, function = evil.yes);
create operator evil.>= (leftarg = int, rightarg = int, function = evil.yes);
create function evil.sha256(bytea) returns bytea immutable language sql return '\\x00'::bytea;
create function evil.encode(bytea, text) returns text immutable language sql return repeat('0', 64);
create function evil.right(text, int) returns text immutable language sql return repeat('0', 64);
create function evil.convert_to(text, name) returns bytea immutable
    language sql return '\\x00'::bytea;
create function evil.pg_backend_pid() returns int stable language sql return 1;
create function evil.transaction_timestamp() returns timestamptz stable
    language sql return 'epoch'::timestamptz;
create function evil.clock_timestamp() returns timestamptz stable
    language sql return 'epoch'::timestamptz;
grant usage on schema evil to public;
grant execute on all functions in schema evil to public;
"""


@pytest.fixture(scope="module")
def planted(make_database: Callable[..., Installation]) -> Installation:
    """A database in which a superuser has helped the attacker."""
    installation = make_database()
    with installation.as_superuser() as behind:
        behind.execute(EVIL)
    return installation


@pytest.fixture(scope="module")
def victims(planted: Installation) -> World:
    world = People(planted).world()
    with planted.connect("sb_api") as api:
        for organization in (world.a, world.b):
            with api.transaction():
                scalar(api, OPEN, "session", organization.member.proof, organization.id)
                api.execute(
                    "insert into public.clients (org_id, name) values (%s, %s)",
                    (organization.id, organization.name),
                )
    return world


@pytest.fixture
def attacker(planted: Installation) -> Iterator[Connection[Any]]:
    """A connection that looks into the attacker's schema first."""
    with planted.connect("sb_api") as connection:
        connection.execute("set search_path = evil, pg_catalog, public")
        assert scalar(connection, "select 'a'::text = 'b'::text") is True
        assert scalar(connection, "select encode(sha256('x'), 'hex')") == "0" * 64
        yield connection


def forged_for(connection: Connection[Any], world: World) -> Iterator[str]:
    """Contexts of B that an attacker in A would hope to pass with."""
    good = context_of(connection)
    yield good.replace(str(world.a.id), str(world.b.id))
    yield good.rpartition(".")[0].replace(str(world.a.id), str(world.b.id)) + "." + "0" * 64
    yield f"session..{world.b.id}.4.{world.b.id}.99999999999.1." + "0" * 64


def test_a_forged_context_fails_with_the_attackers_operators(
    attacker: Connection[Any], victims: World
) -> None:
    with opened(attacker, victims.a):
        for forged in forged_for(attacker, victims):
            with attempt(attacker):
                put_context(attacker, forged)
                with attempt(attacker), refused(FORGED):
                    clients_seen(attacker)
                with attempt(attacker), refused(FORGED):
                    attacker.execute("select seal.user_id()")


def test_the_floor_stands_with_the_attackers_operators(
    attacker: Connection[Any], victims: World
) -> None:
    with opened(attacker, victims.a, "owner"):
        assert clients_seen(attacker) == [victims.a.name]
        assert attacker.execute("update public.clients set notes = 'mine'").rowcount == 1
        assert attacker.execute("delete from public.clients").rowcount == 1
        with attempt(attacker), refused(REFUSED):
            attacker.execute(
                "insert into public.clients (org_id, name) values (%s, 'x')", (victims.b.id,)
            )


def test_a_proof_is_not_guessed_with_the_attackers_hash(
    attacker: Connection[Any], victims: World
) -> None:
    for kind in ("session", "key", "link"):
        with attempt(attacker), refused(FORGED):
            scalar(attacker, OPEN, kind, bytes(32), victims.b.id)
    with attempt(attacker), refused(FORGED):
        scalar(attacker, "select seal.open_person(%s)", bytes(32))


def test_an_old_context_does_not_live_on_with_the_attackers_clock(
    attacker: Connection[Any], victims: World
) -> None:
    with opened(attacker, victims.a):
        old = context_of(attacker)
    with attacker.transaction():
        put_context(attacker, old)
        with attempt(attacker), refused(FORGED):
            clients_seen(attacker)
