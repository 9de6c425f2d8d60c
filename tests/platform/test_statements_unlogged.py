"""Statements of a login are not in the server's log, however they end; nor are they tracked."""

from __future__ import annotations

import base64
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from sealedbid.platform.migrations import migrate
from sealedbid.platform.postgres.logins import LOGINS, Login, login_password
from tests.fixtures.people import People, Person, World
from tests.fixtures.server import Installation

# As an operator sets it who wants to see everything.
CURIOUS = {
    "log_statement": "all",
    "log_min_duration_statement": "0",
    "log_parameter_max_length": "-1",
    "log_min_messages": "debug2",
    "log_min_error_statement": "debug5",
    "debug_print_parse": "on",
}


@pytest.fixture(scope="module")
def cluster(make_database: Callable[..., Installation]) -> Installation:
    return make_database()


@pytest.fixture(scope="module")
def two(cluster: Installation) -> World:
    return People(cluster).world()


def log_of(installation: Installation) -> Path:
    return installation.settings.home / "postgres" / "log"


def logged(installation: Installation, since: int) -> str:
    return log_of(installation).read_bytes()[since:].decode(errors="replace")


def now(installation: Installation) -> int:
    return log_of(installation).stat().st_size


@contextmanager
def reset(cluster: Installation, *settings: str) -> Iterator[None]:
    """A server whose installer may not set these for sb_api."""
    with cluster.as_superuser() as behind:
        for setting in settings:
            behind.execute(f"alter role sb_api reset {setting}".encode())
        try:
            yield
        finally:
            migrate(cluster.owner, str)


def spellings(person: Person) -> list[str]:
    return [person.proof.hex(), base64.b64encode(person.proof).decode()]


def opening_times_out(cluster: Installation, world: World) -> None:
    """Two openings wait for a lock: one with the proof in its text, one with it bound."""
    person, organization = world.a.owner, world.a
    with cluster.as_superuser() as behind, behind.transaction(force_rollback=True):
        behind.execute("lock table seal_private.credentials in access exclusive mode")
        with cluster.connect("sb_api") as api, pytest.raises(psycopg.errors.QueryCanceled):
            api.execute("set statement_timeout = '100ms'")
            proof = f"'\\x{person.proof.hex()}'"
            api.execute(f"select seal.open('session', {proof}, '{organization.id}')".encode())
        with cluster.connect("sb_api") as api, pytest.raises(psycopg.errors.QueryCanceled):
            api.execute("set statement_timeout = '100ms'")
            api.execute("select seal.open('session', %s, %s)", (person.proof, organization.id))


def test_an_opening_that_timed_out_leaves_no_proof(cluster: Installation, two: World) -> None:
    since = now(cluster)
    opening_times_out(cluster, two)
    said = logged(cluster, since)
    assert said.count("canceling statement due to statement timeout") == 2
    assert [spelling for spelling in spellings(two.a.owner) if spelling in said] == []


def test_without_the_setting_the_same_opening_leaves_its_proof_in_the_log(
    cluster: Installation, two: World
) -> None:
    since = now(cluster)
    with reset(cluster, "log_min_error_statement"):
        opening_times_out(cluster, two)
    assert two.a.owner.proof.hex() in logged(cluster, since)


async def fails(cluster: Installation, world: World, canary: str) -> None:
    person = world.b.member
    async with cluster.gateway("sb_api", pool_max_size=1) as gateway:
        with pytest.raises(psycopg.errors.DivisionByZero):
            async with gateway.sealed("session", person.proof, world.b.id) as tx:
                await tx.value(f"select 1 / (count(*) * 0) from clients where name <> '{canary}'")


async def test_a_pasted_statement_that_fails_leaves_the_error_alone(
    cluster: Installation, two: World
) -> None:
    canary, since = f"canary{secrets.token_hex(6)}", now(cluster)
    await fails(cluster, two, canary)
    said = logged(cluster, since)
    assert "division by zero" in said
    assert canary not in said


async def test_without_the_setting_the_same_failure_leaves_its_statement_in_the_log(
    cluster: Installation, two: World
) -> None:
    canary, since = f"canary{secrets.token_hex(6)}", now(cluster)
    with reset(cluster, "log_min_error_statement"):
        await fails(cluster, two, canary)
    assert canary in logged(cluster, since)


@pytest.mark.parametrize("login", LOGINS)
def test_whatever_the_operator_logs_of_others(cluster: Installation, login: Login) -> None:
    """Settings of the database stand in for the server's: the login's go before both."""
    canary, since = f"canary{secrets.token_hex(6)}", now(cluster)
    with cluster.as_superuser() as behind:
        for name, value in CURIOUS.items():
            behind.execute(f"alter database \"{cluster.database}\" set {name} = '{value}'".encode())
        try:
            with psycopg.connect(cluster.superuser) as curious:
                curious.execute(f"select 'of a superuser: {canary}'".encode())
            assert canary in logged(cluster, since)
            since = now(cluster)
            with cluster.connect(login) as connection:
                connection.execute("begin; reset all")
                connection.execute(f"select '{canary}'".encode())
                connection.execute("select %s", (canary,))
        finally:
            behind.execute(f'alter database "{cluster.database}" reset all'.encode())
    assert canary not in logged(cluster, since)


@pytest.mark.parametrize("login", LOGINS)
def test_no_login_takes_its_settings_off(cluster: Installation, login: Login) -> None:
    with cluster.connect(login) as connection:
        for statement in (
            "set track_activities = on",
            "set log_min_error_statement = error",
            "select set_config('track_activities', 'on', false)",
            f"alter role {login} reset track_activities",
            f"alter role {login} set track_activities = on",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(statement.encode())
        connection.execute(f"alter role {login} reset all".encode())
        connection.execute("reset all")
        shown = connection.execute("show track_activities").fetchone()
    with cluster.connect(login) as connection:
        again = connection.execute("show log_min_error_statement").fetchone()
    migrate(cluster.owner, str)
    assert (shown, again) == (("off",), ("panic",))


def test_an_installation_that_has_none_of_it_is_brought_it_by_migrate(
    cluster: Installation, two: World
) -> None:
    with cluster.as_superuser() as behind:
        for login in LOGINS:
            behind.execute(f"alter role {login} reset all".encode())
        migrate(cluster.owner, lambda login: login_password(cluster.settings, login))
        found = behind.execute(
            "select count(*) from pg_db_role_setting where 'track_activities=off' = any (setconfig)"
        ).fetchone()
    assert found == (4,)


def test_nothing_of_another_session_is_shown_through_a_pooler(
    pooled: Installation, people: People
) -> None:
    """The pooler's sessions with the server begin with the login's settings, as all do."""
    with (
        psycopg.connect(make_conninfo(pooled.conninfo("sb_api")), prepare_threshold=None) as theirs,
        pooled.as_superuser() as behind,
    ):
        theirs.execute("select 'canarypooled', pg_backend_pid()")
        found: list[Any] = behind.execute(
            "select distinct state, query from pg_stat_activity where usename = 'sb_api'"
        ).fetchall()
    assert {state for state, _ in found} == {"disabled"}
    assert "canarypooled" not in repr(found)
