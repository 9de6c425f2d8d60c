"""Paths of an embedded installation inside its home."""

from __future__ import annotations

import hashlib
import tempfile
from dataclasses import dataclass
from pathlib import Path

SOCKET_PATH_LIMIT = 107  # bytes, sockaddr_un(7)
_LONGEST_SOCKET_NAME = ".s.PGSQL.65535.lock"


@dataclass(frozen=True, slots=True)
class Layout:
    """The folders and files of one home."""

    home: Path

    @property
    def postgres(self) -> Path:
        """The folder of the account that runs the server."""
        return self.home / "postgres"

    @property
    def data(self) -> Path:
        """The cluster; it appears under this name when it is whole."""
        return self.postgres / "data"

    @property
    def port_file(self) -> Path:
        """File with the chosen port."""
        return self.postgres / "port"

    @property
    def log(self) -> Path:
        """The server's log."""
        return self.postgres / "log"

    @property
    def secrets(self) -> Path:
        """Passwords; they belong to the user who runs the commands."""
        return self.home / "secrets"

    @property
    def lock(self) -> Path:
        """Held by the command that starts or stops the server."""
        return self.secrets / "server.lock"

    @property
    def sockets(self) -> Path:
        """The socket's folder; outside the home if its path is too long for a socket."""
        inside = self.postgres / "socket"
        if len(str(inside / _LONGEST_SOCKET_NAME).encode()) <= SOCKET_PATH_LIMIT:
            return inside
        digest = hashlib.sha256(str(self.home).encode()).hexdigest()[:12]
        return Path(tempfile.gettempdir()) / f"sealedbid-{digest}"
