"""The cursor of tenant transactions: extended protocol, data statements, own ones prepared."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractAsyncContextManager, nullcontext
from typing import Any, Self, TypeVar

from psycopg import AsyncConnection, AsyncCursor, pq
from psycopg.abc import Params
from psycopg.rows import AsyncRowFactory

from sealedbid.platform.postgres.connection import TenantConnection, Turn
from sealedbid.platform.postgres.errors import ForeignStatementError
from sealedbid.platform.postgres.queries import is_own

DATA_STATEMENTS = frozenset({"SELECT", "INSERT", "UPDATE", "DELETE", "MERGE"})

Row = TypeVar("Row")


class TenantCursor(AsyncCursor[Row]):
    """A cursor on which an injected second statement is a syntax error, whatever the first is.

    psycopg sends a query without parameters by the simple protocol, which runs several statements
    in one message. A cursor that asks for binary results never does.
    """

    def __init__(
        self, connection: AsyncConnection[Any], *, row_factory: AsyncRowFactory[Row] | None = None
    ) -> None:
        if row_factory is None:
            super().__init__(connection)
        else:
            super().__init__(connection, row_factory=row_factory)
        self.format = pq.Format.BINARY  # for what psycopg runs by itself

    async def execute(
        self,
        query: Any,
        params: Params | None = None,
        *,
        prepare: bool | None = None,
        binary: bool | None = None,
    ) -> Self:
        """Run one statement; its results are binary, whatever ``binary`` says.

        It is prepared only if it is the product's own, whatever ``prepare`` says. Raises
        ForeignStatementError for a statement that is not over data.
        """
        async with self._turn(query):
            await super().execute(query, params, prepare=prepare, binary=True)
        await self._check_tag()
        return self

    async def executemany(
        self, query: Any, params_seq: Iterable[Params], *, returning: bool = False
    ) -> None:
        """Run one statement for each row of parameters, in one pipeline."""
        async with self._turn(query):
            await super().executemany(query, params_seq, returning=returning)
        await self._check_tag()

    def _turn(self, query: object) -> AbstractAsyncContextManager[None]:
        if isinstance(self.connection, TenantConnection):
            return Turn(self.connection, is_own=is_own(query))
        return nullcontext()

    async def _check_tag(self) -> None:
        """Drop the connection, in mid-transaction, after a statement that can outlive its request.

        A pooler between us and the server then drops the server's connection too, instead of
        giving it to another request.
        """
        tag = self.statusmessage
        if tag is not None and tag.partition(" ")[0] not in DATA_STATEMENTS:
            await self.connection.close()
            raise ForeignStatementError(tag)
