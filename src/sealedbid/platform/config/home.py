"""The folder of an installation."""

from __future__ import annotations

import os
from pathlib import Path

from sealedbid.platform.errors import SealedbidError


class ConfigurationError(SealedbidError):
    """A setting has an invalid value."""


def default_home() -> Path:
    """The installation's folder if SEALEDBID_HOME is unset.

    For root a folder that the server's own account can reach; for others the XDG data folder.
    """
    if os.geteuid() == 0:
        return Path("/var/lib/sealedbid")
    if base := os.environ.get("XDG_DATA_HOME"):
        return Path(base) / "sealedbid"
    try:
        return Path.home() / ".local" / "share" / "sealedbid"
    except RuntimeError:
        raise ConfigurationError(
            "This account has no home, so set SEALEDBID_HOME to a folder for the installation."
        ) from None
