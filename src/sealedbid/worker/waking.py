"""Wakes the worker when there is work: LISTEN on a connection of its own, where one can be had."""

from __future__ import annotations

import asyncio
import logging
from contextlib import aclosing

from sealedbid.platform.postgres import Queries
from sealedbid.platform.postgres.errors import DatabaseUnreachableError, LoginRefusedError
from sealedbid.platform.postgres.listening import notifications

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
                async with aclosing(
                    notifications(
                        self._conninfo,
                        _STATEMENTS["listen"],
                        keeps_session=self._keeps_session,
                    )
                ) as woken:
                    async for _ in woken:  # the first one stands for what came before
                        self.is_listening, said = True, ""
                        self.woken.set()
                return  # a pooler stands between: there is nothing to hear
            except DatabaseUnreachableError as error:
                log.debug("nobody wakes us: %s", error)
                if isinstance(error, LoginRefusedError) and str(error) != said:
                    said = str(error)
                    log.error("nobody wakes us: %s", error)
            self.is_listening = False
            await asyncio.sleep(AGAIN)
