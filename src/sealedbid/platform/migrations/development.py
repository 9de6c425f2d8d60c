"""Refusing databases and backups of the versions before the first release.

Their migrations had numbers below 0100. Nothing brings such a schema to a released one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sealedbid.platform.migrations.errors import DevelopmentVersionError
from sealedbid.platform.postgres.connecting import connect
from sealedbid.platform.postgres.queries import Queries

FIRST_RELEASE: Final = "0100"
"""The number of the first migration that was released."""

_STATEMENTS = Queries("sealedbid.platform.migrations", "development")


def refuse_development(versions: Iterable[str], what: str = "database") -> None:
    """Raise DevelopmentVersionError if one of these migrations is older than the first release."""
    if any(version < FIRST_RELEASE for version in versions):
        raise DevelopmentVersionError(
            f"This {what} was made by a development version of Sealedbid; "
            "start with an empty database."
        )


def refuse_development_schema(conninfo: str) -> None:
    """The same by the catalog, for a login that may not read the numbers of migrations."""
    with connect(conninfo, name="release") as connection:
        row = connection.execute(_STATEMENTS["is_of_development"]).fetchone()
    if row is not None and row[0]:
        refuse_development([""])
