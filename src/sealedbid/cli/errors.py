"""What a command refuses before it asks the database."""

from __future__ import annotations

from sealedbid.platform.errors import SealedbidError


class CommandError(SealedbidError):
    """The command was given something it cannot use, or cannot do what it was asked here."""
