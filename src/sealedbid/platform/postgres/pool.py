"""Pools, each on one login, none on a login that can do more than its trade needs."""

from __future__ import annotations

from typing import Any, TypeAlias

from psycopg import AsyncConnection, AsyncCursor, Error
from psycopg.rows import scalar_row
from psycopg.types.json import JsonbDumper
from psycopg_pool import AsyncConnectionPool, PoolTimeout

from sealedbid.platform.config import Settings
from sealedbid.platform.postgres.connecting import connect_async
from sealedbid.platform.postgres.connection import TenantConnection
from sealedbid.platform.postgres.cursor import TenantCursor
from sealedbid.platform.postgres.errors import UnsafeLoginError
from sealedbid.platform.postgres.faults import unreachable
from sealedbid.platform.postgres.queries import Queries

Pool: TypeAlias = AsyncConnectionPool[AsyncConnection[Any]]


class WarmPool(AsyncConnectionPool[AsyncConnection[Any]]):
    """A pool that gives out the connection that was returned last.

    Taken in turns, each server process would come to a request with cold caches: with eight of them
    a small request costs PostgreSQL twice the processor time.
    """

    async def _get_ready_connection(self, timeout: float | None) -> AsyncConnection[Any] | None:
        self._pool.rotate(1)  # the library takes the first, and appends what is returned
        return await super()._get_ready_connection(timeout)


READY = 2.0
"""Seconds in which a database that is ready answers."""
_STATEMENTS = Queries(__package__, "logins")


async def open_pool(conninfo: str, settings: Settings, *, name: str) -> Pool:
    """A pool of connections to ``conninfo``, open and checked.

    Connections are in autocommit, because the transactions of the seal begin by a message of their
    own. Raises what ``check_login`` raises.
    """
    await check_login(conninfo, settings, name=name)

    async def configure(connection: AsyncConnection[Any]) -> None:
        assert isinstance(connection, TenantConnection)
        connection.own_prepare_threshold = settings.prepare_threshold
        connection.adapters.register_dumper(dict, JsonbDumper)
        cursor = AsyncCursor(connection, row_factory=scalar_row)
        await cursor.execute(_STATEMENTS["hides_texts"], prepare=False)
        connection.hides_texts = bool(await cursor.fetchone())

    pool: Pool = WarmPool(
        conninfo,
        connection_class=TenantConnection,
        kwargs={
            "autocommit": True,
            "prepare_threshold": None,
            "cursor_factory": TenantCursor,
            "application_name": f"sealedbid {name}",
        },
        min_size=settings.pool_min_size,
        max_size=max(settings.pool_min_size, settings.pool_max_size),
        timeout=settings.pool_timeout,
        configure=configure,
        open=False,
        name=name,
    )
    await pool.open()
    return pool


async def check_login(conninfo: str, settings: Settings, *, name: str) -> None:
    """Raise where nothing is to be started on this login; over a connection of its own.

    A pool would try again what waiting does not mend, and say no reason. Raises LoginRefusedError,
    DatabaseUnreachableError, and UnsafeLoginError on a login that is a superuser, may bypass
    row-level security, owns something, or is a member of more than sb_tenant.
    """
    async with await connect_async(
        conninfo, name=name, patience=settings.pool_timeout, prepare_threshold=None
    ) as connection:
        cursor = AsyncCursor(connection, row_factory=scalar_row)
        await cursor.execute(_STATEMENTS["login_faults"])
        faults = await cursor.fetchall()
    if faults:
        raise UnsafeLoginError(
            f"Nothing is started on this login: {'; '.join(faults)}. "
            "`sealedbid migrate` makes logins that fit; see the URL that is set for this one."
        )


async def reaches(pool: Pool) -> None:
    """Raise DatabaseUnreachableError unless the login gets an answer from the database."""
    try:
        async with pool.connection(timeout=READY) as connection:
            await AsyncCursor(connection).execute(_STATEMENTS["answers"])
    except (Error, PoolTimeout) as error:
        raise unreachable(error) from None
