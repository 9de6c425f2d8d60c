"""The embedded server of one home."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

import psycopg

from sealedbid.platform.embedded import cluster, files, process, state
from sealedbid.platform.embedded import password as passwords
from sealedbid.platform.embedded.account import Account, server_account
from sealedbid.platform.embedded.binaries import package_binaries, server_binaries
from sealedbid.platform.embedded.errors import EmbeddedServerError
from sealedbid.platform.embedded.layout import Layout
from sealedbid.platform.embedded.prepare import DATABASE, OWNER, prepare_database
from sealedbid.platform.embedded.state import ServerStatus
from sealedbid.platform.errors import ended
from sealedbid.platform.secrets import forget_secret, read_secret, secret_path

_OURS = (passwords.SUPERUSER, OWNER)
_LOST = "Make a new one with `sealedbid up --reset-password`, which restarts the server."
_LOST_LOGIN = "Make a new one with `sealedbid logins reset`."


class EmbeddedServer:
    """PostgreSQL in a folder that no other account can reach.

    Several objects in several processes may represent the same home: they see one server.
    """

    def __init__(self, home: Path, *, durable: bool = True) -> None:
        """``durable=False`` is for tests: commits may be lost with the machine."""
        self._layout = Layout(home.resolve())
        self._durable = durable
        self._fell = False  # killed, and could not be started again

    @cached_property
    def _account(self) -> Account:
        return server_account()

    @cached_property
    def _server_binaries(self) -> Path:
        return server_binaries(self._account, self._layout.postgres)

    @property
    def binaries(self) -> Path:
        """The folder of psql, pg_dump and the other programs.

        Never the copy of the server's account, which could change what root then runs.
        """
        return package_binaries()

    def start(self, *, reset_password: bool = False) -> None:
        """Create the server if it is missing, start it if it is stopped, and close everything open.

        ``reset_password`` stops it first and gives its superuser and the database's owner new
        passwords. Raises EmbeddedServerError.
        """
        layout = self._layout
        with self._sentences():
            files.make_home(layout.home, self._account)
            files.make_own_folder(layout.secrets)
            with self._lock():
                files.make_folder(layout.postgres, self._account)
                self._reset_password(begin=reset_password)
                if not state.answers(layout):
                    binaries = self._server_binaries
                    cluster.make_cluster(layout, self._account, binaries, durable=self._durable)
                    process.start(layout, self._account, binaries)
                prepare_database(layout, lambda name: self.url("postgres", database=name))

    def run(self) -> None:
        """Start the server if it is stopped, and change nothing in it.

        Raises EmbeddedServerError, also if none was ever started.
        """
        with self._sentences():
            if not self._layout.data.is_dir():
                raise _never_started(self._layout.home)
            with self._lock():
                if not state.answers(self._layout):
                    process.start(self._layout, self._account, self._server_binaries)

    def _reset_password(self, *, begin: bool) -> None:
        """Set a new password of the superuser if asked to, or if an earlier reset was cut off."""
        layout = self._layout
        if begin:
            passwords.begin_reset(layout)
            forget_secret(secret_path(layout.home, f"{OWNER}.password"))  # a new one for the owner
        if not passwords.is_reset_begun(layout):
            return
        if state.running_pid(layout) is not None:
            process.stop(layout, self._account, self._server_binaries)
        binaries = self._server_binaries
        cluster.make_cluster(layout, self._account, binaries, durable=self._durable)
        passwords.complete_reset(layout, self._account, binaries)

    def revive(self) -> bool:
        """Start the server again if it was killed; False if it runs or was stopped.

        Raises EmbeddedServerError; the next call then tries again.
        """
        with self._sentences():
            if not self._is_down():
                return False
            with self._lock():
                if not self._is_down():  # another process was faster
                    return False
                self._fell = True
                process.start(self._layout, self._account, self._server_binaries)
        self._fell = False
        return True

    def _is_down(self) -> bool:
        if state.running_pid(self._layout) is not None:
            self._fell = False
        return self._fell or state.was_killed(self._layout)

    def stop(self) -> None:
        """Stop the server if it runs; its data stays. Raises EmbeddedServerError."""
        with self._sentences():
            if not self._layout.secrets.exists():
                return
            with self._lock():
                if state.running_pid(self._layout) is not None:
                    process.stop(self._layout, self._account, self._server_binaries)

    def drop_database(self) -> None:
        """Drop the database with all that is in it; the next start makes an empty one.

        Raises EmbeddedServerError.
        """
        with self._sentences():
            url = self.url("postgres", database="postgres")
            with psycopg.connect(url, autocommit=True) as cluster:
                cluster.execute(f"drop database if exists {DATABASE} with (force)")

    def status(self) -> ServerStatus:
        """State of the server of this home. Raises EmbeddedServerError."""
        with self._sentences():
            return state.status(self._layout)

    @property
    def address(self) -> str | None:
        """URL of the database without user and password; None if no server was ever started."""
        found = self.status()
        return None if found.port is None else _url("", DATABASE, found)

    def url(
        self, user: str = OWNER, *, password: str | None = None, database: str = DATABASE
    ) -> str:
        """URL of ``user`` over the socket, with ``password`` or the one in the user's file.

        Raises EmbeddedServerError if no server was ever started, and SecretFileError.
        """
        if password is None:
            path = secret_path(self._layout.home, f"{user}.password")
            password = read_secret(path, remedy=_LOST if user in _OURS else _LOST_LOGIN)
        found = self.status()
        if found.port is None:
            raise _never_started(found.home)
        return _url(f"{quote(user, safe='')}:{quote(password, safe='')}@", database, found)

    @contextmanager
    def _lock(self) -> Iterator[None]:
        """Hold the lock of this home; it ends with the process."""
        handle = os.open(self._layout.lock, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        with os.fdopen(handle, "r+") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    @contextmanager
    def _sentences(self) -> Iterator[None]:
        """Turn errors of the system and the server into EmbeddedServerError with a remedy."""
        home = self._layout.home
        try:
            yield
        except PermissionError as error:
            raise EmbeddedServerError(
                f"{error.filename or home} is not ours to use: run this as the user who made the "
                f"installation in {home}, or set SEALEDBID_HOME to another folder."
            ) from None
        except OSError as error:
            raise EmbeddedServerError(f"{error.filename or home}: {error.strerror}.") from None
        except psycopg.OperationalError as error:
            said = str(error).partition("\n")[0].rpartition("FATAL: ")[2].strip()
            remedy = "Try again in a moment."
            if "password authentication" in said:
                path = secret_path(home, f"{passwords.SUPERUSER}.password")
                remedy = f"{path} has another password than the server. {_LOST}"
            raise EmbeddedServerError(
                f"PostgreSQL runs in {home} and does not let us in: {ended(said)} {remedy}"
            ) from None


def _never_started(home: Path) -> EmbeddedServerError:
    return EmbeddedServerError(f"No database was ever started in {home}: run `sealedbid up`.")


def _url(who: str, database: str, found: ServerStatus) -> str:
    sockets = quote(str(found.sockets), safe="")
    return f"postgresql://{who}/{quote(database, safe='')}?host={sockets}&port={found.port}"
