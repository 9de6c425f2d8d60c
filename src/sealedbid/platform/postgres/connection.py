"""The connections of the pools: they prepare the product's own statements, and no others."""

from __future__ import annotations

import asyncio
from typing import Any

from psycopg import AsyncConnection


class TenantConnection(AsyncConnection[Any]):
    """A connection on which the driver prepares nothing by itself.

    psycopg prepares any text that it has run a few times, and at once in ``executemany``. The text
    then stays readable in pg_prepared_statements for as long as the connection lives, and the next
    tenant gets the same connection.
    """

    hides_texts = False
    """True if nothing shows the text of its statements to others: found when it was opened."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.own_prepare_threshold: int | None = None
        """After how many runs a statement of the product's own is prepared; None means never."""
        self.turn = asyncio.Lock()
        """One statement at a time: none may be prepared while another one is allowed to be."""


class Turn:
    """The connection for one statement, which the driver may prepare if it is the product's own."""

    __slots__ = ("_connection", "_threshold")

    def __init__(self, connection: TenantConnection, *, is_own: bool) -> None:
        self._connection = connection
        self._threshold = connection.own_prepare_threshold if is_own else None

    async def __aenter__(self) -> None:
        await self._connection.turn.acquire()
        self._connection.prepare_threshold = self._threshold

    async def __aexit__(self, *error: object) -> None:
        self._connection.prepare_threshold = None
        self._connection.turn.release()
