"""A PostgreSQL that comes with Sealedbid: no root, no container, nothing to install by hand."""

from sealedbid.platform.embedded.errors import EmbeddedServerError, UnreachableHomeError
from sealedbid.platform.embedded.server import EmbeddedServer
from sealedbid.platform.embedded.state import ServerStatus

__all__ = ["EmbeddedServer", "EmbeddedServerError", "ServerStatus", "UnreachableHomeError"]
