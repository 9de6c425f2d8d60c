"""Statements outside any tenant's transaction, for logins that only call functions of theirs."""

from __future__ import annotations

from typing import Any, LiteralString, TypeVar

from psycopg import Error
from psycopg.rows import BaseRowFactory, class_row, scalar_row
from psycopg_pool import PoolTimeout

from sealedbid.platform.postgres.errors import CredentialRefusedError
from sealedbid.platform.postgres.faults import is_gone, unreachable
from sealedbid.platform.postgres.pool import Pool
from sealedbid.platform.postgres.violations import translated

Model = TypeVar("Model")


class Calls:
    """Runs statements on a pool, each in a transaction of its own.

    Raises DatabaseUnreachableError, and CredentialRefusedError where the database knows the caller
    no longer. Anything else is a fault of a row or of a statement, and stays the driver's error:
    ``named`` of platform.postgres.faults says what may be kept of it.
    """

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    async def all(self, statement: LiteralString, row: type[Model], **params: Any) -> list[Model]:
        """Every row, each made into a ``row``."""
        found: list[Model] = await self._fetch(statement, class_row(row), params)
        return found

    async def one(self, statement: LiteralString, row: type[Model], **params: Any) -> Model | None:
        """The first row, or None."""
        found: list[Model] = await self._fetch(statement, class_row(row), params)
        return found[0] if found else None

    async def value(self, statement: LiteralString, **params: Any) -> Any:
        """The first column of the first row, or None."""
        found = await self._fetch(statement, scalar_row, params)
        return found[0] if found else None

    async def _fetch(
        self, statement: LiteralString, row_factory: BaseRowFactory[Any], params: dict[str, Any]
    ) -> list[Any]:
        try:
            async with self._pool.connection() as connection:
                cursor = connection.cursor(row_factory=row_factory)
                await cursor.execute(statement, params)
                return await cursor.fetchall()
        except (Error, PoolTimeout) as error:
            if is_gone(error):
                raise unreachable(error) from None
            if getattr(error, "sqlstate", None) == "28000":
                raise CredentialRefusedError("The database does not know the caller.") from None
            raise


class AccountCalls(Calls):
    """Calls of the functions of sign-in. Raises the errors of a tenant's statements."""

    async def only(self, statement: LiteralString, row: type[Model], **params: Any) -> Model:
        """Return the only row of a function that always has one."""
        found = await self.one(statement, row, **params)
        if found is None:
            raise RuntimeError("a statement that always gives a row gave none")
        return found

    async def _fetch(
        self, statement: LiteralString, row_factory: BaseRowFactory[Any], params: dict[str, Any]
    ) -> list[Any]:
        with translated():
            return await super()._fetch(statement, row_factory, params)
