"""The settings of a process: a file for each part, and one class that has them all."""

from sealedbid.platform.config.checks import check_conninfo
from sealedbid.platform.config.home import ConfigurationError, default_home
from sealedbid.platform.config.settings import Settings, read_settings

__all__ = ["ConfigurationError", "Settings", "check_conninfo", "default_home", "read_settings"]
