"""Runs every repository test twice: as written, and without the org predicate."""

from collections.abc import Iterator
from typing import Any

import pytest
from psycopg import Connection

from tests.fixtures.server import Installation


@pytest.fixture(autouse=True)
def _both_ways(statements: str) -> str:
    return statements


@pytest.fixture
def chainer(installation: Installation) -> Iterator[Connection[Any]]:
    """A connection with the role of the queue's functions, which alone may chain the audit log."""
    with installation.as_superuser() as connection:
        connection.execute("set role sb_queue")
        yield connection
