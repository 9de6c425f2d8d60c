"""The SQL files of the database, in db/ of a checkout or inside the package of a wheel."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from sealedbid.platform.shipped import database_files

_MIGRATION = re.compile(r"^(\d{4})_([a-z0-9_]+)\.sql$")
_DOWN = "-- migrate:down"
_UP = "-- migrate:up\n"
# The functions do not exist before the migration that creates them.
_AROUND = """\
do $$ begin
    if pg_catalog.to_regprocedure('{function}') is not null then perform {function}; end if;
end $$;
"""
_REFUSE_DRIFT = _AROUND.format(function="seal_private.refuse_drift()")
_NOTE = _AROUND.format(function="seal_private.note()")


@dataclass(frozen=True, slots=True, order=True)
class Migration:
    """One file; ``version`` is its global number as text, ``domain`` its folder."""

    version: str
    name: str
    domain: str
    path: Path

    @property
    def label(self) -> str:
        """Name for people: ``core/0300_clients.sql``."""
        return f"{self.domain}/{self.path.name}"

    def sql(self) -> str:
        """The statements, without the marks of the migration tool."""
        text = self.path.read_text(encoding="utf-8")
        return text.removeprefix(_UP).partition(_DOWN)[0].strip() + "\n"

    def guarded_sql(self) -> str:
        """The statements as they are applied: they refuse drift first, and note last.

        All run in one transaction: wherever a run is cut off, the schema matches its notes.
        """
        return f"{_REFUSE_DRIFT}\n{self.sql()}\n{_NOTE}"

    def guarded(self) -> str:
        """The guarded statements with the marks of the migration tool."""
        return f"{_UP}{self.guarded_sql()}{_DOWN}\n"


def all_migrations() -> list[Migration]:
    """Every migration, in the order of its number. Raises ValueError if two share one."""
    found: dict[str, Migration] = {}
    for path in (database_files() / "migrations").glob("*/*.sql"):
        match = _MIGRATION.match(path.name)
        if match is None:
            raise ValueError(f"{path.name} is not named NNNN_name.sql")
        version, name = match.groups()
        if version in found:
            raise ValueError(f"{path.name} and {found[version].path.name} have the same number")
        found[version] = Migration(version, name, path.parent.name, path)
    return sorted(found.values())
