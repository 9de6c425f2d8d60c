"""The error of backups and restores."""

from __future__ import annotations

from sealedbid.platform.errors import SealedbidError


class BackupError(SealedbidError):
    """The backup or the restore failed; no half of it was left behind."""
