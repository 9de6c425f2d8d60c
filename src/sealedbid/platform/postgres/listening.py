"""LISTEN on a connection of its own, where one can be had."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from typing import Any, LiteralString

from psycopg import AsyncConnection, Error, OperationalError
from psycopg.rows import scalar_row

from sealedbid.platform.postgres.faults import unreachable
from sealedbid.platform.postgres.queries import Queries
from sealedbid.platform.postgres.refusals import why

_STATEMENTS = Queries(__package__, "listening")
ATTEMPT = 5
"""Seconds for one attempt to connect."""


async def notifications(
    conninfo: str, listen: LiteralString, *, keeps_session: bool
) -> AsyncGenerator[None, None]:
    """Yield once when ``listen`` has been run, and at each notification.

    Ends at once if a pooler is in between, where LISTEN would reach the session of another request,
    unless the caller knows that the pooler ``keeps_session``. Raises LoginRefusedError and
    DatabaseUnreachableError.
    """
    try:
        async with await AsyncConnection.connect(
            conninfo, autocommit=True, connect_timeout=ATTEMPT
        ) as connection:
            if not keeps_session and await _is_pooled(connection):
                return
            await connection.execute(listen)
            yield
            async for _ in connection.notifies():
                yield
    except Error as error:
        if isinstance(error, OperationalError):
            raise why(error) from None
        raise unreachable(error) from None


async def _is_pooled(connection: AsyncConnection[Any]) -> bool:
    """True if the backend that answers is not the one that greeted."""
    cursor = connection.cursor(row_factory=scalar_row)
    await cursor.execute(_STATEMENTS["backend"])
    return bool(await cursor.fetchone() != connection.info.backend_pid)
