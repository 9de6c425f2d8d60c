"""Wakes the worker when there is work: LISTEN on a connection of its own, where one can be had."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import psycopg
from psycopg import AsyncConnection
from psycopg.rows import scalar_row

from sealedbid.platform.postgres import Queries
from sealedbid.platform.postgres.errors import LoginRefusedError
from sealedbid.platform.postgres.refusals import why

log = logging.getLogger("sealedbid.worker")

_STATEMENTS = Queries(__package__, "queue")

AGAIN = 1.0
"""Seconds before the connection is tried again."""


class Waker:
    """Sets ``woken`` when a notification of work comes."""

    def __init__(self, conninfo: str, *, keeps_session: bool) -> None:
        """``keeps_session`` says that the connection keeps its session; otherwise it is checked."""
        self._conninfo = conninfo
        self._keeps_session = keeps_session
        self.woken = asyncio.Event()
        self.is_listening = False
        """True if polling may be slow."""

    async def run(self) -> None:
        """Listen until cancelled."""
        said = ""
        while True:
            try:
                async with await AsyncConnection.connect(
                    self._conninfo, autocommit=True, connect_timeout=5
                ) as connection:
                    if not self._keeps_session and await _is_pooled(connection):
                        return  # LISTEN would reach another client's session: nothing to hear
                    await connection.execute(_STATEMENTS["listen"])
                    self.is_listening, said = True, ""
                    self.woken.set()  # for jobs that came before LISTEN
                    async for _ in connection.notifies():
                        self.woken.set()
            except psycopg.Error as error:
                log.debug("no notifications of new work: %s", error)
                refused = why(error) if isinstance(error, psycopg.OperationalError) else None
                if isinstance(refused, LoginRefusedError) and str(refused) != said:
                    said = str(refused)
                    log.error("no notifications of new work: %s", refused)
            self.is_listening = False
            await asyncio.sleep(AGAIN)


async def _is_pooled(connection: AsyncConnection[Any]) -> bool:
    """True if a pooler is in between: the backend that answers is not the one that greeted."""
    cursor = connection.cursor(row_factory=scalar_row)
    await cursor.execute(_STATEMENTS["backend"])
    return bool(await cursor.fetchone() != connection.info.backend_pid)
