"""Replacing the key that authenticates contexts."""

from __future__ import annotations

from sealedbid.platform.migrations.preflight import connect
from sealedbid.platform.postgres.queries import Queries

_STATEMENTS = Queries("sealedbid.platform.migrations", "installer")


def rotate_context_key(conninfo: str, *, grace_seconds: int) -> int:
    """The version of the new key. Open contexts live on for the grace; with 0 they end at once."""
    with connect(conninfo) as connection:
        row = connection.execute(
            _STATEMENTS["rotate_context_key"], {"seconds": grace_seconds}
        ).fetchone()
    assert row is not None  # a select without from has one row
    version: int = row[0]
    return version
