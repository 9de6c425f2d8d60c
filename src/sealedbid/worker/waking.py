"""Being woken when there is work: LISTEN on a connection of its own, where one can be had."""

from __future__ import annotations

import asyncio
import logging

import psycopg
from psycopg import AsyncConnection

from sealedbid.platform.postgres import Queries

log = logging.getLogger("sealedbid.worker")

_STATEMENTS = Queries(__package__, "queue")

AGAIN = 1.0
"""Seconds before the connection is tried again."""


class Waker:
    """Sets ``woken`` when somebody says that there is work."""

    def __init__(self, conninfo: str) -> None:
        self._conninfo = conninfo
        self.woken = asyncio.Event()
        self.is_listening = False
        """Whether polling may be slow."""

    async def run(self) -> None:
        """Listen until cancelled."""
        while True:
            try:
                async with await AsyncConnection.connect(
                    self._conninfo, autocommit=True, connect_timeout=5
                ) as connection:
                    await connection.execute(_STATEMENTS["listen"])
                    self.is_listening = True
                    self.woken.set()  # what came before
                    async for _ in connection.notifies():
                        self.woken.set()
            except psycopg.Error as error:
                log.debug("nobody wakes us: %s", error)
            self.is_listening = False
            await asyncio.sleep(AGAIN)
