"""Connections outside the pools: what waiting mends is waited for, the rest is told at once."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import psycopg
from psycopg import AsyncConnection, Connection
from psycopg.conninfo import make_conninfo

from sealedbid.platform.config import check_conninfo
from sealedbid.platform.errors import ended
from sealedbid.platform.postgres.errors import DatabaseUnreachableError, LoginRefusedError
from sealedbid.platform.postgres.refusals import is_busy, why

PAUSE = 0.2  # seconds between two attempts
ATTEMPT = 10  # seconds for one
PATIENCE = 10.0  # seconds in which a server that is starting, or is full, may come round


def connect(
    conninfo: str, *, name: str, patience: float = PATIENCE, **settings: Any
) -> Connection[Any]:
    """A connection in autocommit, for one command or one question.

    A server that is starting, or that has no connection to spare, is waited for. Raises
    LoginRefusedError, and DatabaseUnreachableError where nothing answers: at once, because behind a
    mistyped address nobody ever comes.
    """
    end = time.monotonic() + patience
    conninfo = _named(conninfo, name)
    while True:
        try:
            return psycopg.connect(conninfo, autocommit=True, **settings)
        except psycopg.OperationalError as error:
            if not is_busy(error) or time.monotonic() > end:
                raise why(error) from None
        time.sleep(PAUSE)


async def connect_async(
    conninfo: str, *, name: str, patience: float, **settings: Any
) -> AsyncConnection[Any]:
    """A connection in autocommit, for a process that goes on: an absent server is waited for, too.

    Raises LoginRefusedError at once, DatabaseUnreachableError after ``patience`` seconds.
    """
    end = time.monotonic() + patience
    conninfo = _named(conninfo, name)
    while True:
        try:
            return await AsyncConnection.connect(conninfo, autocommit=True, **settings)
        except psycopg.OperationalError as error:
            told = why(error)
            if isinstance(told, LoginRefusedError) or time.monotonic() > end:
                raise told from None
        await asyncio.sleep(PAUSE)


def _named(conninfo: str, name: str) -> str:
    """With the program's name, and a bound for each attempt. Raises DatabaseUnreachableError."""
    try:
        check_conninfo(conninfo)
    except ValueError as error:
        raise DatabaseUnreachableError(f"The URL {ended(str(error))}") from None
    return make_conninfo(conninfo, application_name=f"sealedbid {name}", connect_timeout=ATTEMPT)
