"""Differences between the schema and the notes of its migrations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from psycopg import Connection
from psycopg.rows import class_row

from sealedbid.platform.migrations.errors import DriftError
from sealedbid.platform.postgres.queries import Queries

SHOWN = 20  # differences that a refusal lists; `migrate --status` lists all

_STATEMENTS = Queries("sealedbid.platform.migrations", "drift")


@dataclass(frozen=True, slots=True)
class Difference:
    """An object of the schema that differs from its note."""

    kind: str
    name: str
    noted: str | None
    found: str | None

    @property
    def sentence(self) -> str:
        """The object, and how it differs."""
        if self.found is None:
            how = "was made by a migration and is gone"
        elif self.noted is None:
            how = "was made by no migration"
        else:
            how = "is not as the migrations made it"
        return f"{self.kind} {self.name} {how}"


def drift(connection: Connection[Any]) -> list[Difference]:
    """Compare the schema with its notes. A database that was never noted has no drift."""
    row = connection.execute(_STATEMENTS["is_noted"]).fetchone()
    if row is None or not row[0]:
        return []
    with connection.cursor(row_factory=class_row(Difference)) as cursor:
        return cursor.execute(_STATEMENTS["differences"]).fetchall()


def accept(connection: Connection[Any]) -> int:
    """Record every difference in the platform's audit log, note the schema, return the count."""
    row = connection.execute(_STATEMENTS["accept"]).fetchone()
    assert row is not None  # a select without from has one row
    count: int = row[0]
    return count


def refuse(differences: Sequence[Difference]) -> None:
    """Raise DriftError with the list, unless it is empty."""
    if not differences:
        return
    listed = [f"  {difference.sentence}" for difference in differences[:SHOWN]]
    if len(differences) > SHOWN:
        listed.append(f"  and {len(differences) - SHOWN} more: sealedbid migrate --status")
    raise DriftError(
        "The schema was changed by hand since it was migrated, so nothing was applied:\n"
        + "\n".join(listed)
        + "\nUndo this, or keep it with `sealedbid migrate --accept-drift`, which writes it to "
        "the audit log of the platform."
    )
