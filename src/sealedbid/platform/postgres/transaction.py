"""An open tenant transaction, as repositories see it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, LiteralString, TypeVar
from uuid import UUID
from weakref import WeakSet

from psycopg import AsyncConnection
from psycopg.rows import class_row, scalar_row

from sealedbid.platform.postgres.cursor import TenantCursor
from sealedbid.platform.postgres.errors import TransactionLostError
from sealedbid.platform.postgres.queries import Queries
from sealedbid.platform.postgres.violations import translated

Model = TypeVar("Model")
_STATEMENTS = Queries(__package__, "openings")

# What this task has opened, and tasks that it starts may use: not what some other request has.
_OPENED: ContextVar[Iterable[Transaction]] = ContextVar("opened transactions")


class Rank(IntEnum):
    """The rights of a context; each rank includes those of the lower ones."""

    GUEST = 0
    VIEWER = 1
    MEMBER = 2
    ADMIN = 3
    OWNER = 4


@dataclass(frozen=True, slots=True)
class Asker:
    """The opener of a transaction: the person, of a key its maker, of a guest None.

    ``scopes`` are those of a key, none if it is for everything; None of any other credential.
    """

    person: UUID | None
    scopes: list[str] | None


class Transaction:
    """The transaction of one tenant: runs statements and returns rows. The gateway commits it.

    ``org_id`` is None for a person between organizations. Every statement is given it as
    ``%(org_id)s``: named by the statement for the plan, compared by the policies for safety.
    """

    def __init__(
        self,
        connection: AsyncConnection[Any],
        *,
        org_id: UUID | None,
        rank: Rank,
        user_id: UUID | None = None,
    ) -> None:
        self._held: AsyncConnection[Any] | None = connection
        _OPENED.set(WeakSet([*_OPENED.get(()), self]))
        self.org_id = org_id
        self.rank = rank
        self.user_id = user_id

    @property
    def _connection(self) -> AsyncConnection[Any]:
        """The connection, for the task that opened the transaction, until its block ends.

        Raises TransactionLostError: after the block ends, or in another task, the connection may
        serve another request.
        """
        if self._held is None:
            raise TransactionLostError("The transaction is over: open another one.")
        if self not in _OPENED.get(()):
            raise TransactionLostError("The transaction belongs to another request: open one here.")
        return self._held

    def close(self) -> None:
        """Refuse every later statement: the connection may serve another request."""
        self._held = None

    async def asker(self) -> Asker:
        """Return the opener of the transaction."""
        return await self.only(_STATEMENTS["asker"], Asker)

    async def all(self, statement: LiteralString, row: type[Model], **params: Any) -> list[Model]:
        """Run a statement and return all rows, each as an instance of ``row``."""
        cursor = TenantCursor(self._connection, row_factory=class_row(row))
        await self._run(cursor, statement, params)
        return await cursor.fetchall()

    async def one(self, statement: LiteralString, row: type[Model], **params: Any) -> Model | None:
        """Run a statement and return its first row as an instance of ``row``, or None."""
        cursor = TenantCursor(self._connection, row_factory=class_row(row))
        await self._run(cursor, statement, params)
        return await cursor.fetchone()

    async def only(self, statement: LiteralString, row: type[Model], **params: Any) -> Model:
        """Run a statement that always has a row, such as an insert, and return that row."""
        found = await self.one(statement, row, **params)
        if found is None:
            raise RuntimeError("a statement that always gives a row gave none")
        return found

    async def value(self, statement: LiteralString, **params: Any) -> Any:
        """Run a statement and return the first column of its first row, or None."""
        cursor = TenantCursor[Any](self._connection, row_factory=scalar_row)
        await self._run(cursor, statement, params)
        return await cursor.fetchone()

    async def run(self, statement: LiteralString, **params: Any) -> int:
        """Run a statement and return the number of rows that it touched."""
        cursor = TenantCursor[Any](self._connection)
        await self._run(cursor, statement, params)
        return cursor.rowcount

    async def many(self, statement: LiteralString, rows: Sequence[dict[str, Any]]) -> None:
        """Run a statement once for each of ``rows``, all in one message."""
        if rows:
            cursor = TenantCursor[Any](self._connection)
            given = [{"org_id": self.org_id, **row} for row in rows]
            with translated():
                await cursor.executemany(statement, given)

    async def answer(
        self, statement: LiteralString, **params: Any
    ) -> tuple[int, list[tuple[Any, ...]]]:
        """Run an unknown statement; return the number of rows it touched and those it gave.

        For attacks, which judge what the server said: the driver's errors are not translated.
        """
        cursor = TenantCursor[Any](self._connection)
        await cursor.execute(statement, {"org_id": self.org_id, **params})
        return cursor.rowcount, await cursor.fetchall() if cursor.description else []

    async def _run(
        self, cursor: TenantCursor[Any], statement: LiteralString, params: dict[str, Any]
    ) -> None:
        """Run one statement. Raises RefusedError and the errors of platform.postgres.states."""
        with translated():
            await cursor.execute(statement, {"org_id": self.org_id, **params})
