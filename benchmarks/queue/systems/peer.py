"""The peers' common part: a database of their own, and jobs that are numbers."""

from __future__ import annotations

from typing import Any, ClassVar

import psycopg

from benchmarks.queue.bodies import PLAIN_TABLE
from benchmarks.queue.place import Place


class Peer:
    """Counts and clears by SQL, as the administrator of its database."""

    name: ClassVar[str]
    left_statement: ClassVar[str]
    tables: ClassVar[tuple[str, ...]]
    """The peer's tables of jobs and of their history."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.url = place.peers[self.name]

    def make_table(self) -> None:
        """Create the table for plain bodies."""
        with psycopg.connect(self.url, autocommit=True) as admin:
            admin.execute(PLAIN_TABLE)

    async def clear(self) -> None:
        """Truncate its own tables, and the rows of its bodies in its database and in ours."""
        tables = ", ".join((*self.tables, "public.clients"))
        await self._run(self.url, f"truncate {tables} cascade", "vacuum (analyze)")
        await self._run(
            self.place.admin,
            "truncate public.clients cascade",
            "vacuum (analyze) public.clients",
        )

    async def left(self) -> int:
        """Number of unfinished jobs."""
        row = await self._run(self.url, self.left_statement)
        return int(row[0])

    @staticmethod
    async def _run(url: str, *statements: str) -> Any:
        async with await psycopg.AsyncConnection.connect(url, autocommit=True) as admin:
            for statement in statements:
                cursor = await admin.execute(statement)
            return await cursor.fetchone() if cursor.description else None
