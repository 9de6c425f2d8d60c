"""Keeps the embedded server running for as long as a process needs it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sealedbid.platform.config import Settings
from sealedbid.platform.embedded import EmbeddedServer, EmbeddedServerError

log = logging.getLogger("sealedbid.database")

EVERY = 1.0  # second


@asynccontextmanager
async def kept_up(settings: Settings) -> AsyncIterator[None]:
    """Start the embedded server before the block and again whenever it was killed.

    Does nothing for another server. Raises EmbeddedServerError if it cannot be started now.
    """
    if not settings.is_embedded:
        yield
        return
    server = EmbeddedServer(settings.home)
    await asyncio.to_thread(server.revive)
    keeper = asyncio.create_task(_keep(server))
    try:
        yield
    finally:
        keeper.cancel()
        await asyncio.gather(keeper, return_exceptions=True)


async def _keep(server: EmbeddedServer) -> None:
    said = ""
    while True:
        try:
            if await asyncio.to_thread(server.revive):
                log.warning("the database was killed: it runs again")
            said = ""
        except EmbeddedServerError as error:
            if str(error) != said:
                log.error("%s", error)
            said = str(error)
        await asyncio.sleep(EVERY)
