"""Pools start on the product's own logins and on no role that can do more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from psycopg import Connection
from psycopg.conninfo import make_conninfo

from sealedbid.platform.postgres import open_pool
from sealedbid.platform.postgres.errors import DatabaseUnreachableError, UnsafeLoginError
from sealedbid.platform.postgres.logins import LOGINS, Login, login_conninfo
from tests.fixtures.server import Installation, installation_of, migrated_server


@pytest.fixture(scope="module")
def cluster() -> Iterator[Installation]:
    """A separate cluster, whose roles can be spoilt."""
    with migrated_server() as server:
        yield installation_of(server)


@pytest.fixture
def admin(cluster: Installation) -> Iterator[Connection[Any]]:
    with cluster.as_superuser() as connection:
        yield connection
        connection.execute("alter role sb_api nosuperuser nobypassrls nocreatedb noreplication")
        connection.execute("revoke sb_owner, sb_seal, pg_read_all_data from sb_api")
        connection.execute("drop schema if exists loot")


async def start(cluster: Installation, conninfo: str) -> None:
    pool = await open_pool(conninfo, cluster.settings, name="test")
    await pool.close()


@pytest.mark.parametrize("login", LOGINS)
async def test_a_pool_starts_on_each_login(cluster: Installation, login: Login) -> None:
    await start(cluster, login_conninfo(cluster.settings, login))


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        ("alter role sb_api superuser", "sb_api is a superuser"),
        ("alter role sb_api bypassrls", "sb_api may bypass row-level security"),
        ("alter role sb_api createdb", "sb_api may make roles or databases"),
        ("alter role sb_api replication", "or replicate"),
        ("grant sb_owner to sb_api", "sb_api is a member of sb_owner"),
        ("grant sb_seal to sb_api with inherit false, set true", "sb_api is a member of sb_seal"),
        ("grant pg_read_all_data to sb_api", "sb_api is a member of pg_read_all_data"),
        ("create schema loot authorization sb_api", "sb_api owns objects"),
    ],
)
async def test_no_pool_starts_on_a_login_that_can_do_more(
    cluster: Installation, admin: Connection[Any], fault: str, sentence: str
) -> None:
    admin.execute(fault)
    with pytest.raises(UnsafeLoginError, match=sentence):
        await start(cluster, login_conninfo(cluster.settings, "sb_api"))


@pytest.mark.parametrize("who", ["owner", "superuser"])
async def test_no_pool_starts_on_the_owner_or_an_administrator(
    cluster: Installation, who: str
) -> None:
    with pytest.raises(UnsafeLoginError, match="none of the logins of Sealedbid"):
        await start(cluster, getattr(cluster, who))


async def test_a_role_that_was_put_on_does_not_hide_the_login(cluster: Installation) -> None:
    disguised = make_conninfo(cluster.superuser, options="-c role=sb_api")
    with psycopg.connect(disguised) as connection:
        assert connection.execute("select current_user").fetchone() == ("sb_api",)
    with pytest.raises(UnsafeLoginError, match="postgres is a superuser"):
        await start(cluster, disguised)


async def test_a_server_that_is_not_there_is_one_sentence(cluster: Installation) -> None:
    away = make_conninfo(login_conninfo(cluster.settings, "sb_api"), port=1)
    quick = Installation(
        cluster.settings.model_copy(update={"pool_timeout": 0.5}),
        cluster.database,
        cluster.owner,
        cluster.superuser,
    )
    with pytest.raises(DatabaseUnreachableError, match=r"cannot be reached: .*PGSQL\.1.*sb_api"):
        await start(quick, away)


async def test_the_connection_that_was_returned_last_is_given_out_first(
    cluster: Installation,
) -> None:
    settings = cluster.settings.model_copy(update={"pool_min_size": 3, "pool_max_size": 3})
    pool = await open_pool(cluster.conninfo("sb_api"), settings, name="test")
    try:
        await pool.wait()
        first, second = await pool.getconn(), await pool.getconn()
        await pool.putconn(second)
        await pool.putconn(first)
        for _ in range(5):
            async with pool.connection() as given:
                assert given is first
    finally:
        await pool.close()
