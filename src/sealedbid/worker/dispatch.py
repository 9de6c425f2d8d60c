"""The worker's control connection: what a body can neither do nor see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from psycopg.rows import class_row, scalar_row

from sealedbid.platform.postgres import Queries
from sealedbid.platform.postgres.pool import Pool

_STATEMENTS = Queries(__package__, "queue")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A job that is ours until its lease ends."""

    org_id: UUID
    job_id: UUID
    job_type: str
    attempt: int
    lease_token: UUID


class Dispatcher:
    """Claims, keeps and gives back, on a pool of sb_dispatch; ``lease`` in seconds."""

    def __init__(self, pool: Pool, *, lease: float) -> None:
        self._pool = pool
        self.lease = lease

    async def claim(self, limit: int) -> list[Claim]:
        """Up to so many ready jobs."""
        async with self._pool.connection() as connection:
            cursor = connection.cursor(row_factory=class_row(Claim))
            await cursor.execute(_STATEMENTS["claim"], {"limit": limit, "seconds": self.lease})
            return await cursor.fetchall()

    async def beat(self, claim: Claim) -> bool:
        """Keep the lease; False: it was lost."""
        kept = await self._value("beat", claim, seconds=self.lease)
        return kept is True

    async def fail(
        self, claim: Claim, error: dict[str, Any], *, retry_seconds: float | None
    ) -> str | None:
        """Give the lease back: to be tried again after so long, or (None) dead.

        The job's state now, or None when the lease was lost.
        """
        state: str | None = await self._value(
            "fail", claim, error=error, retry_seconds=retry_seconds
        )
        return state

    async def rescue(self) -> int:
        """Take back the leases of the dead; how many."""
        async with self._pool.connection() as connection:
            cursor = connection.cursor(row_factory=scalar_row)
            await cursor.execute(_STATEMENTS["rescue"], {})
            return int(await cursor.fetchone() or 0)

    async def _value(self, statement: str, claim: Claim, **params: Any) -> Any:
        of = {"org": claim.org_id, "job": claim.job_id, "lease": claim.lease_token}
        async with self._pool.connection() as connection:
            cursor = connection.cursor(row_factory=scalar_row)
            await cursor.execute(_STATEMENTS[statement], of | params)
            return await cursor.fetchone()
