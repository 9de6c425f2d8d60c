"""One connection outside the pools, for a thread that has a few statements to say for ever."""

from __future__ import annotations

from typing import Any, LiteralString

from psycopg import Connection, Error, OperationalError
from psycopg.types.json import JsonbDumper

from sealedbid.platform.postgres.faults import is_gone, unreachable
from sealedbid.platform.postgres.refusals import why

ATTEMPT = 5
"""Seconds for one attempt to connect."""


class Line:
    """Connects when it is used, and again after ``close``; a dictionary is sent as jsonb."""

    def __init__(self, conninfo: str, *, cut_off_after: float) -> None:
        """``cut_off_after``: seconds without an answer, after which the connection ends."""
        self._conninfo = conninfo
        self._cut_off_after = cut_off_after
        self._connection: Connection[Any] | None = None

    def call(self, statement: LiteralString, **params: Any) -> list[tuple[Any, ...]]:
        """Run one statement and return its rows.

        Raises LoginRefusedError and DatabaseUnreachableError; other errors stay the driver's.
        """
        connection = self._connection or self._connect()
        try:
            cursor = connection.execute(statement, params)
            return cursor.fetchall() if cursor.description else []
        except Error as error:
            if is_gone(error):
                raise unreachable(error) from None
            raise

    def close(self) -> None:
        """Hang up; the next call connects again."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _connect(self) -> Connection[Any]:
        try:
            connection = Connection.connect(
                self._conninfo,
                autocommit=True,
                connect_timeout=ATTEMPT,
                prepare_threshold=None,
                tcp_user_timeout=round(self._cut_off_after * 1000),  # ms
            )
        except OperationalError as error:
            raise why(error) from None
        connection.adapters.register_dumper(dict, JsonbDumper)
        self._connection = connection
        return connection
