"""Existing roles are verified, or nothing is installed."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest
from psycopg import Connection

from sealedbid.platform.embedded import EmbeddedServer
from sealedbid.platform.migrations import migrate
from sealedbid.platform.migrations.errors import UnsafeRolesError
from tests.fixtures.server import temporary_server


@pytest.fixture(scope="module")
def cluster() -> Iterator[EmbeddedServer]:
    """A separate cluster, for its databases share roles."""
    with temporary_server() as server:
        migrate(server.url(), lambda login: f"pw {login}")
        yield server


@pytest.fixture
def admin(cluster: EmbeddedServer) -> Iterator[Connection[tuple[object, ...]]]:
    with psycopg.connect(
        cluster.url("postgres", database="postgres"), autocommit=True
    ) as connection:
        connection.execute("create role intruder login")
        yield connection
        connection.execute("alter role sb_api nosuperuser nobypassrls nocreatedb login")
        connection.execute("revoke sb_owner, sb_seal from sb_api, intruder")
        connection.execute("revoke pg_read_all_data from sb_worker")
        connection.execute("alter role sb_seal nologin")
        connection.execute("drop owned by sb_dispatch, intruder")
        connection.execute("drop role intruder")


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        ("alter role sb_api superuser", "role sb_api is a superuser"),
        pytest.param(
            "alter role sb_api bypassrls",
            "sb_api is allowed to bypass row-level security",
            marks=pytest.mark.full,
        ),
        ("alter role sb_api createdb", "role sb_api is allowed to make databases"),
        ("alter role sb_api nologin", "role sb_api is not allowed to log in"),
        ("alter role sb_seal login", "role sb_seal is allowed to log in"),
        ("grant sb_owner to sb_api", "role sb_api is a member of sb_owner"),
        ("grant sb_seal to intruder", "intruder is a member of sb_seal"),
        ("grant pg_read_all_data to sb_worker", "sb_worker is a member of pg_read_all_data"),
        ("create schema loot authorization sb_dispatch", "sb_dispatch owns objects in postgres"),
    ],
)
@pytest.mark.full
def test_a_role_that_can_do_more_stops_the_installation(
    cluster: EmbeddedServer, admin: Connection[tuple[object, ...]], fault: str, sentence: str
) -> None:
    admin.execute(fault)
    with pytest.raises(UnsafeRolesError, match=sentence):
        migrate(cluster.url(), lambda login: f"pw {login}")


def test_sound_roles_are_left_as_they_are(
    cluster: EmbeddedServer, admin: Connection[tuple[object, ...]]
) -> None:
    assert migrate(cluster.url(), str).logins_made == []
    # the passwords are those of the first run
    with psycopg.connect(cluster.url(), user="sb_api", password="pw sb_api") as api:
        assert api.execute("select current_user").fetchone() == ("sb_api",)


def test_another_installer_does_not_take_the_roles_over(
    cluster: EmbeddedServer, admin: Connection[tuple[object, ...]]
) -> None:
    admin.execute("create role second login createrole password 'x'")
    admin.execute("create database second owner second")
    try:
        conninfo = psycopg.conninfo.make_conninfo(
            cluster.url(), user="second", password="x", dbname="second"
        )
        with pytest.raises(UnsafeRolesError, match="second may not use the roles of Sealedbid"):
            migrate(conninfo, str)
    finally:
        admin.execute("drop database second with (force)")
        admin.execute("drop role second")
