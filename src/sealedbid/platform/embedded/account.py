"""The account that the server runs as: our own, or for root a separate one.

PostgreSQL refuses to run as root. Nothing that belongs to another account is ever given a new owner
or mode; of our own files only an empty folder that becomes the home.
"""

from __future__ import annotations

import fcntl
import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from sealedbid.platform.embedded.errors import EmbeddedServerError

NAME = "sealedbid"


@dataclass(frozen=True, slots=True)
class Account:
    """The account that owns the server's processes and folders; ``is_other`` if it is not ours."""

    uid: int
    gid: int
    is_other: bool

    def run(
        self, *command: str | Path, check: bool = True, stdin: str | IO[bytes] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run a command as this account, without anything of our environment.

        It reads ``stdin``, a text or an open file. Raises EmbeddedServerError with the command's
        output.
        """
        reads: dict[str, Any] = (
            {"input": stdin} if isinstance(stdin, str) else {"stdin": stdin or subprocess.DEVNULL}
        )
        result = subprocess.run(
            [str(part) for part in command],
            **reads,
            capture_output=True,
            text=True,
            cwd="/",
            env=self.environment(),
            check=False,
            **self.identity(),
        )
        if check and result.returncode != 0:
            said = (result.stderr or result.stdout).strip()
            raise EmbeddedServerError(f"{Path(command[0]).name} failed: {said}")
        return result

    def environment(self) -> dict[str, str]:
        """The environment of the server's processes."""
        return {"PATH": os.defpath, "LC_ALL": "C.UTF-8", "TZ": "UTC"}

    def identity(self) -> dict[str, Any]:
        """Arguments of subprocess that start a process as this account."""
        if not self.is_other:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


def server_account() -> Account:
    """Return our account, or for root the server's account, created if missing.

    Raises EmbeddedServerError if it cannot be created.
    """
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid(), is_other=False)
    try:
        entry = pwd.getpwnam(NAME)
    except KeyError:
        entry = _make_account()
    return Account(entry.pw_uid, entry.pw_gid, is_other=True)


def _make_account() -> pwd.struct_passwd:
    useradd = shutil.which("useradd", path=f"{os.defpath}:/usr/sbin:/sbin")
    if useradd is None:
        raise EmbeddedServerError(
            f"PostgreSQL does not run as root and there is no useradd here: make a system account "
            f"named {NAME}, or run Sealedbid as another user."
        )
    with _one_at_a_time():
        try:
            return pwd.getpwnam(NAME)  # another process created it while we waited
        except KeyError:
            made = subprocess.run(
                [
                    useradd,
                    "--system",
                    "--user-group",
                    "--no-create-home",
                    "--shell=/usr/sbin/nologin",
                    NAME,
                ],
                capture_output=True,
                text=True,
                check=False,
            )
        try:
            return pwd.getpwnam(NAME)
        except KeyError:
            raise EmbeddedServerError(
                f"The account {NAME} cannot be made: {made.stderr.strip()}"
            ) from None


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Keep other installers from creating the account at the same time.

    useradd looks for the name before it takes its own lock: of two at once the second gave the
    account a new number, and the number that the first had returned was nobody's.
    """
    folder = os.open("/etc", os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)
