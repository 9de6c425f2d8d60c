"""What goes wrong with backups."""

from __future__ import annotations

from sealedbid.platform.errors import SealedbidError


class BackupError(SealedbidError):
    """No backup was made, or none restored; nothing is half there."""
