"""Exports the migrations as a folder that Supabase's command line applies."""

from __future__ import annotations

from pathlib import Path

from sealedbid.platform.errors import SealedbidError
from sealedbid.platform.migrations.files import all_migrations
from sealedbid.platform.shipped import database_files

# Supabase's names begin with a timestamp. Ours grow with our numbers, so that a later export adds
# files and renames none.
EPOCH = "2026010100"


class ExportError(SealedbidError):
    """The folder cannot be written, or has other files with the names of our migrations."""


def export_migrations(folder: Path) -> list[Path]:
    """Write the roles and every migration into ``folder``; returns the files in order.

    Each file refuses a schema that was changed by hand, and notes the schema at its end. Existing
    files must be the same: an exported migration never changes.
    """
    scripts = [database_files() / "roles" / name for name in ("create.sql", "settings.sql")]
    roles = "\n".join(script.read_text(encoding="utf-8") for script in scripts)
    contents = {f"{EPOCH}0000_sealedbid_roles.sql": roles}
    for migration in all_migrations():
        contents[f"{EPOCH}{migration.version}_{migration.name}.sql"] = migration.guarded_sql()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in contents.items():
            path = folder / name
            if path.exists() and path.read_text(encoding="utf-8") != text:
                raise ExportError(f"{path} is there with other text: export into an empty folder.")
        for name, text in contents.items():
            (folder / name).write_text(text, encoding="utf-8")
    except OSError as error:
        raise ExportError(f"{folder} cannot be written: {error.strerror}.") from None
    return [folder / name for name in contents]
