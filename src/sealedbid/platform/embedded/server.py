"""The embedded server of one home."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

from sealedbid.platform.embedded import cluster, process
from sealedbid.platform.embedded.account import Account, server_account
from sealedbid.platform.embedded.binaries import usable_binaries
from sealedbid.platform.embedded.layout import Layout
from sealedbid.platform.embedded.prepare import DATABASE, OWNER, prepare_database
from sealedbid.platform.embedded.process import ServerStatus
from sealedbid.platform.secrets import read_secret, secret_path


class EmbeddedServer:
    """PostgreSQL in a folder of its own, with nothing that another could reach.

    Several objects, in several processes, may stand for the same home: they see one server.
    """

    def __init__(self, home: Path, *, durable: bool = True) -> None:
        """``durable`` False is for tests: what is committed may be lost with the machine."""
        self._layout = Layout(home.absolute())
        self._durable = durable

    @cached_property
    def _account(self) -> Account:
        return server_account()

    @cached_property
    def binaries(self) -> Path:
        """The folder of psql, pg_dump and the rest."""
        return usable_binaries(self._account, self._layout.postgres)

    def start(self) -> None:
        """Make it if it is not there, start it if it does not run. Raises EmbeddedServerError."""
        layout = self._layout
        cluster.make_folders(layout, self._account)
        with self._lock():
            if process.running_pid(layout) is None:
                cluster.make_cluster(layout, self._account, self.binaries, durable=self._durable)
                process.start(layout, self._account, self.binaries)
            prepare_database(layout, lambda name: self.url("postgres", database=name))

    def stop(self) -> None:
        """Stop it; what it holds stays. Nothing if it does not run."""
        if self._layout.secrets.is_dir():
            with self._lock():
                process.stop(self._layout, self._account, self.binaries)

    def status(self) -> ServerStatus:
        """What runs in this home."""
        return process.status(self._layout)

    @property
    def address(self) -> str | None:
        """Where the database is, without user and password; None where nothing was ever started."""
        port = self.status().port
        if port is None:
            return None
        sockets = quote(str(self._layout.sockets), safe="")
        return f"postgresql:///{DATABASE}?host={sockets}&port={port}"

    def url(self, user: str = OWNER, *, database: str = DATABASE) -> str:
        """Where ``user`` connects, over the socket, with the password in its file."""
        password = read_secret(secret_path(self._layout.home, f"{user}.password"))
        sockets = quote(str(self._layout.sockets), safe="")
        return (
            f"postgresql://{user}:{quote(password, safe='')}@/{quote(database, safe='')}"
            f"?host={sockets}&port={self.status().port}"
        )

    @contextmanager
    def _lock(self) -> Iterator[None]:
        """One command at a time; the lock ends with the process that holds it."""
        with self._layout.lock.open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield
