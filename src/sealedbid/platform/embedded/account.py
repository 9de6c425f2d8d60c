"""The account that the server runs as: our own, or as root one made for it.

PostgreSQL refuses to run as root. Nothing that is not ours is ever given another owner or mode.
"""

from __future__ import annotations

import os
import pwd
import shutil
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sealedbid.platform.embedded.errors import EmbeddedServerError

NAME = "sealedbid"


@dataclass(frozen=True, slots=True)
class Account:
    """Whose processes and folders the server's are; ``is_other`` when that is not us."""

    uid: int
    gid: int
    is_other: bool

    def run(self, *command: str | Path, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run a command as this account, with our environment's language and nothing else of it.

        Raises EmbeddedServerError with what the command said.
        """
        result = subprocess.run(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
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
        """What the server's processes see of the environment."""
        return {"PATH": os.defpath, "LC_ALL": "C.UTF-8", "TZ": "UTC"}

    def identity(self) -> dict[str, Any]:
        """Arguments of subprocess that make a process this account's."""
        if not self.is_other:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def make_folder(self, path: Path) -> None:
        """A folder of mode 0700 that belongs to this account.

        Raises EmbeddedServerError when something else is there under that name.
        """
        try:
            path.mkdir(mode=0o700)
        except FileExistsError:
            found = path.lstat()
            if not stat.S_ISDIR(found.st_mode) or found.st_uid != self.uid:
                raise EmbeddedServerError(
                    f"{path} is not a folder of the account that runs the server: move it away."
                ) from None
            if stat.S_IMODE(found.st_mode) & 0o077:
                raise EmbeddedServerError(
                    f"{path} is open to others: chmod 700 {path}, or move it away."
                ) from None
            return
        if self.is_other:
            os.chown(path, self.uid, self.gid)


def server_account() -> Account:
    """Us, or as root the account of the server, made if it is not there.

    Raises EmbeddedServerError when it cannot be made.
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
        return pwd.getpwnam(NAME)  # also when somebody else made it at the same time
    except KeyError:
        raise EmbeddedServerError(
            f"The account {NAME} cannot be made: {made.stderr.strip()}"
        ) from None
