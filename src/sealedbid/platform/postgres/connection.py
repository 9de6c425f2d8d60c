"""The connections of the pools: they prepare the product's own statements, and no others."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from psycopg import AsyncConnection


class TenantConnection(AsyncConnection[Any]):
    """A connection on which the driver prepares nothing by itself.

    psycopg prepares any text that it has run a few times, and at once in ``executemany``. The text
    then stays readable in pg_prepared_statements for as long as the connection lives, and the next
    tenant gets the same connection.
    """

    own_prepare_threshold: int | None = None
    """After how many runs a statement of the product's own is prepared; None means never."""

    @contextmanager
    def preparing_own(self) -> Iterator[None]:
        """For as long as one statement of the product's own runs, the driver may prepare."""
        self.prepare_threshold = self.own_prepare_threshold
        try:
            yield
        finally:
            self.prepare_threshold = None
