"""The address at which the database's owner connects."""

from __future__ import annotations

from sealedbid.platform.config import Settings
from sealedbid.platform.embedded import EmbeddedServer


def owner_conninfo(settings: Settings) -> str:
    """Return DATABASE_URL, or the address of the embedded server, which is started."""
    if settings.database_url is not None:
        return settings.database_url.get_secret_value()
    server = EmbeddedServer(settings.home)
    server.start()
    return server.url()


def untouched_conninfo(settings: Settings) -> str:
    """Return the same for a check of the database: nothing in it is repaired on the way."""
    if settings.database_url is not None:
        return settings.database_url.get_secret_value()
    server = EmbeddedServer(settings.home)
    server.run()
    return server.url()
