"""Every repository test runs twice: as written, and without the org predicate."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from psycopg import Connection

from tests.fixtures.server import Installation
from tests.system.queue import Queue


@pytest.fixture(autouse=True)
def _both_ways(statements: str) -> str:
    return statements


@pytest.fixture(scope="session")
def queue_database(make_database: Callable[..., Installation]) -> Installation:
    """For tests of scheduling, which see every organisation's jobs."""
    return make_database()


@pytest.fixture
def queue(queue_database: Installation) -> Iterator[Queue]:
    queue = Queue(queue_database)
    yield queue
    queue.empty()
    queue.close()


@pytest.fixture
def chainer(installation: Installation) -> Iterator[Connection[Any]]:
    """Acts as the queue's functions do, which alone may chain the audit log."""
    with installation.as_superuser() as connection:
        connection.execute("set role sb_queue")
        yield connection
