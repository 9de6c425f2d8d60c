"""The database in which mutants meet their calls: helpers, a watch on every table, and people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Final

import psycopg
from psycopg import Connection

_FOLDER: Final = Path(__file__).parent / "world"
TIMEOUT: Final = "5s"
_HELD: Final = (
    "select from public.job_lanes where org_id in (m.id('busy'), m.id('busy too')) for update"
)


def make_world(behind: Connection[Any]) -> None:
    """Add what scenarios are written with to a database that is thrown away."""
    with behind.transaction():
        for path in sorted(_FOLDER.glob("*.sql")):
            behind.execute(path.read_text(encoding="utf-8").encode())


@contextmanager
def held(behind: Connection[Any]) -> Iterator[None]:
    """Another session that holds two lanes all the while."""
    with behind.transaction(force_rollback=True):
        behind.execute(_HELD)
        yield


@contextmanager
def connected(conninfos: Mapping[str, str]) -> Iterator[dict[str, Connection[Any]]]:
    """A session of each login, in which nothing takes long."""
    with ExitStack() as stack:
        connections = {
            login: stack.enter_context(psycopg.connect(conninfo, autocommit=True))
            for login, conninfo in conninfos.items()
        }
        for connection in connections.values():
            connection.execute(f"set statement_timeout = '{TIMEOUT}'".encode())
        yield connections
