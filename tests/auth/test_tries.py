"""Tries are counted one by one, also while a success removes their row."""

from __future__ import annotations

import secrets
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from psycopg import Connection

from tests.fixtures.server import Installation

TAKE = "select seal_private.take_try(%s, 2, '1 minute')"
FAILURES = "select failures from auth.tries where bucket = %s"


def value(connection: Connection[Any], statement: str, bucket: bytes) -> Any:
    row = connection.execute(statement.encode(), (bucket,)).fetchone()
    return row and row[0]


def test_a_try_that_waits_for_a_success_is_counted(installation: Installation) -> None:
    bucket = secrets.token_bytes(32)
    with (
        installation.as_superuser() as one,
        installation.as_superuser() as other,
        installation.as_superuser() as behind,
        ThreadPoolExecutor(1) as threads,
    ):
        assert value(one, TAKE, bucket) == 0
        with one.transaction():
            value(one, "select seal_private.forget_tries(%s)", bucket)
            waits = threads.submit(value, other, TAKE, bucket)
            pid = other.info.backend_pid
            while not value(
                behind,
                "select wait_event_type = 'Lock' from pg_stat_activity where pid = "
                f"{pid} and %s::bytea is not null",
                bucket,
            ):
                assert not waits.done()
        assert waits.result(timeout=30) == 0
        assert value(behind, FAILURES, bucket) == 1
        assert value(other, TAKE, bucket) == 0
        assert value(other, TAKE, bucket) > 0


def test_twenty_tries_at_once_are_counted_by_one_row(installation: Installation) -> None:
    bucket = secrets.token_bytes(32)

    def attempt(_: int) -> int:
        with installation.as_superuser() as connection:
            wait: int = value(connection, TAKE, bucket)
            return wait

    with ThreadPoolExecutor(10) as threads:
        waits = list(threads.map(attempt, range(20)))
    assert waits.count(0) == 2
