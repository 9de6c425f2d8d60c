"""Backups: everything of one moment in pg_dump's custom format, with counts."""

from sealedbid.platform.backup.dump import back_up
from sealedbid.platform.backup.errors import BackupError
from sealedbid.platform.backup.manifest import Manifest, manifest_path, read_manifest
from sealedbid.platform.backup.restore import restore

__all__ = ["BackupError", "Manifest", "back_up", "manifest_path", "read_manifest", "restore"]
