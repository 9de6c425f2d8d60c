"""Folders and files of the server's account.

That account may rename and link everything in the home; it is trusted with the data and with
nothing else. So everything there is created and written as that account, also for root: no link of
its making leads root to another account's file.
"""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

from sealedbid.platform.embedded.account import Account
from sealedbid.platform.embedded.errors import EmbeddedServerError, UnreachableHomeError

# Write whole or not at all, also when the machine stops.
_WRITE = 'umask 077; rm -f "$1.new"; cat >"$1.new" && sync "$1.new" && mv -f "$1.new" "$1"'

_PARTS = {"secrets", "postgres"}

# pg_ctl puts the path into a shell's line, and for libpq a comma begins another host.
_UNUSABLE = '"$`\\\n,'


def make_home(home: Path, account: Account) -> None:
    """Create the home in the account's reach. Raises UnreachableHomeError, EmbeddedServerError.

    An empty folder of our own becomes the home; otherwise the home appears under its name only when
    it belongs to the account, for others who come at the same time.
    """
    if any(sign in str(home) for sign in _UNUSABLE):
        raise EmbeddedServerError(
            f"PostgreSQL's programs cannot take the path {home}: set SEALEDBID_HOME to one without "
            "double quotes, commas, $, ` and backslashes."
        )
    if os.path.lexists(home):
        _take(home, account)
        _check_folder(home, account.uid)
        _check_reach(home, home, account)
        return
    home.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=".sealedbid-", dir=home.parent))
    try:
        if account.is_other:
            os.chown(draft, account.uid, account.gid, follow_symlinks=False)
        _check_reach(draft, home, account)
        draft.rename(home)
    except BaseException as error:
        draft.rmdir()
        if not (isinstance(error, OSError) and os.path.lexists(home)):
            raise
        _check_folder(home, account.uid)  # another process was first


def make_folder(path: Path, account: Account) -> None:
    """Create a folder of mode 0700 that belongs to this account. Raises EmbeddedServerError."""
    if not os.path.lexists(path):
        account.run("mkdir", "-m", "700", path)
    _check_folder(path, account.uid)


def make_own_folder(path: Path) -> None:
    """Create a folder of mode 0700 that belongs to us. Raises EmbeddedServerError."""
    path.mkdir(mode=0o700, exist_ok=True)
    _check_folder(path, os.geteuid())


def write(path: Path, text: str, account: Account) -> None:
    """Write a file whole, with mode 0600. Raises EmbeddedServerError."""
    account.run("sh", "-c", _WRITE, "sh", path, stdin=text)


def _take(home: Path, account: Account) -> None:
    """Turn a folder of our own into the home if it is empty or holds only our secrets.

    Secrets alone are there if DATABASE_URL was used first. Another account's folder is left as it
    is. Raises EmbeddedServerError if something else is in the folder.
    """
    try:
        handle = os.open(home, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except NotADirectoryError:
        return  # the following check reports it
    try:
        found = os.fstat(handle)
        if found.st_uid != os.geteuid():
            return
        names = set(os.listdir(handle))
        # Another command may be creating the installation at this moment.
        is_ours = names <= _PARTS if account.is_other else not names or bool(names & _PARTS)
        if not is_ours:
            raise EmbeddedServerError(
                f"{home} is not empty and no installation of Sealedbid: set SEALEDBID_HOME to an "
                "empty folder, or to one that is not there yet."
            )
        if names <= {"secrets"}:
            os.fchmod(handle, 0o700)
        if account.is_other:
            os.fchown(handle, account.uid, account.gid)
            try:
                _check_reach(home, home, account)
            except UnreachableHomeError:
                os.fchown(handle, found.st_uid, found.st_gid)
                os.fchmod(handle, stat.S_IMODE(found.st_mode))
                raise
    finally:
        os.close(handle)


def _check_folder(path: Path, owner: int) -> None:
    found = path.lstat()
    if not stat.S_ISDIR(found.st_mode):
        raise EmbeddedServerError(f"{path} is in the way: it is not a folder; move it away.")
    if found.st_uid != owner:
        raise EmbeddedServerError(
            f"{path} belongs to another account: run this as the user who made the "
            "installation, or set SEALEDBID_HOME to another folder."
        )
    if stat.S_IMODE(found.st_mode) & 0o077:
        raise EmbeddedServerError(f"{path} is open to others: chmod 700 '{path}'")


def _check_reach(folder: Path, home: Path, account: Account) -> None:
    if account.is_other and account.run("test", "-x", folder, check=False).returncode != 0:
        raise UnreachableHomeError(
            f"As root, PostgreSQL runs as the account of the server, which cannot come to "
            f"{home}: set SEALEDBID_HOME to a folder that it can reach, such as "
            "/var/lib/sealedbid."
        )
