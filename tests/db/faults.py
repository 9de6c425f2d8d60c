"""Asks the catalog for what is wrong.

Each rule is a query over the views of queries/views.sql: one sentence a fault, no row when kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, LiteralString

from psycopg import Connection

from sealedbid.platform.postgres import Queries
from tests.fixtures.server import Installation

_VIEWS = Queries("tests.db", "views")


@contextmanager
def behind(installation: Installation) -> Iterator[Connection[Any]]:
    """A superuser's transaction with the views; it leaves nothing."""
    with installation.as_superuser() as connection, connection.transaction(force_rollback=True):
        connection.execute(_VIEWS["views"])
        yield connection


def faults(
    installation: Installation, rule: LiteralString, plant: LiteralString | None = None
) -> list[str]:
    """What ``rule`` finds, after ``plant`` has put a fault there, or in the database as it is."""
    with behind(installation) as connection:
        if plant is not None:
            connection.execute(plant)
        return [row[0] for row in connection.execute(rule)]
