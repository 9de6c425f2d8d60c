"""The installation that a command works on."""

from __future__ import annotations

from sealedbid.platform.config import Settings
from sealedbid.platform.embedded import EmbeddedServer


def owner_conninfo(settings: Settings) -> str:
    """Where the database's owner connects: DATABASE_URL, or the embedded server, started."""
    if settings.database_url is not None:
        return settings.database_url.get_secret_value()
    server = EmbeddedServer(settings.home)
    server.start()
    return server.url()
