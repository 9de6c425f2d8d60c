"""Rotates the key that authenticates contexts."""

from __future__ import annotations

from sealedbid.platform.migrations.preflight import connect
from sealedbid.platform.postgres.queries import Queries

_STATEMENTS = Queries("sealedbid.platform.migrations", "installer")


def rotate_context_key(conninfo: str, *, grace_seconds: int) -> int:
    """Rotate the key and return its version. Open contexts live on for the grace (seconds)."""
    with connect(conninfo) as connection:
        row = connection.execute(
            _STATEMENTS["rotate_context_key"], {"seconds": grace_seconds}
        ).fetchone()
    assert row is not None  # a select without from has one row
    version: int = row[0]
    return version
