"""The SQL files of the database: in db/ of a checkout, inside the package of a wheel."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from sealedbid.platform.shipped import database_files

_MIGRATION = re.compile(r"^(\d{4})_([a-z0-9_]+)\.sql$")
_DOWN = "-- migrate:down"
_UP = "-- migrate:up\n"


@dataclass(frozen=True, slots=True, order=True)
class Migration:
    """One file; ``version`` is its global number as text, ``domain`` its folder."""

    version: str
    name: str
    domain: str
    path: Path

    @property
    def label(self) -> str:
        """How people name it: ``core/0007_profiles.sql``."""
        return f"{self.domain}/{self.path.name}"

    def sql(self) -> str:
        """The statements, without the marks of the migration tool."""
        text = self.path.read_text(encoding="utf-8")
        return text.removeprefix(_UP).partition(_DOWN)[0].strip() + "\n"


def migration_folders() -> list[Path]:
    """The folders of the domains that have migrations."""
    return sorted(path for path in (database_files() / "migrations").iterdir() if path.is_dir())


def all_migrations() -> list[Migration]:
    """Every migration, in the order of its number. Raises ValueError where two share one."""
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
