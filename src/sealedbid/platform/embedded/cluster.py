"""Making the cluster, once: nobody is trusted, nothing is open but the socket and loopback."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from sealedbid.platform.embedded.account import Account
from sealedbid.platform.embedded.errors import UnreachableHomeError
from sealedbid.platform.embedded.layout import Layout
from sealedbid.platform.secrets import ensure_secret, secret_path

HBA = """\
# Written by Sealedbid. Every connection shows a password; none comes from another machine.
local all all                scram-sha-256
host  all all 127.0.0.1/32   scram-sha-256
"""

CONFIGURATION = """\
# Written by Sealedbid at every start; settings of your own go to the end of postgresql.conf.
listen_addresses = '127.0.0.1'
unix_socket_permissions = 0700
password_encryption = 'scram-sha-256'
# What callers show to prove themselves is a bound parameter: it must not reach the log.
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
log_destination = 'stderr'
log_line_prefix = '%m [%p] %q%u@%d '
"""

# For tests, which make their servers anew.
NOT_DURABLE = """\
fsync = off
synchronous_commit = off
full_page_writes = off
"""


def make_folders(layout: Layout, account: Account) -> None:
    """The home and its parts. Raises UnreachableHomeError, EmbeddedServerError."""
    layout.home.parent.mkdir(parents=True, exist_ok=True)
    account.make_folder(layout.home)
    if account.is_other and account.run("test", "-x", layout.home, check=False).returncode != 0:
        layout.home.rmdir()
        raise UnreachableHomeError(
            f"As root, PostgreSQL runs as the account of the server, which cannot come to "
            f"{layout.home}: set SEALEDBID_HOME to a folder that it can reach, such as "
            "/var/lib/sealedbid."
        )
    account.make_folder(layout.postgres)
    account.make_folder(layout.sockets)
    layout.secrets.mkdir(mode=0o700, exist_ok=True)


def make_cluster(layout: Layout, account: Account, binaries: Path, *, durable: bool) -> None:
    """The cluster, if it is not there; its configuration, in any case."""
    if not layout.data.is_dir():
        draft = layout.data.with_name("data.partial")
        if draft.exists():
            shutil.rmtree(draft)  # of a start that was cut off
        _initdb(draft, layout, account, binaries)
        draft.rename(layout.data)
    _write(layout.data / "pg_hba.conf", HBA, account)
    settings = CONFIGURATION + f"unix_socket_directories = '{layout.sockets}'\n"
    _write(layout.data / "sealedbid.conf", settings + ("" if durable else NOT_DURABLE), account)


def _initdb(data: Path, layout: Layout, account: Account, binaries: Path) -> None:
    password = ensure_secret(secret_path(layout.home, "postgres.password"))
    with tempfile.NamedTemporaryFile("w", dir=layout.postgres) as file:  # mode 0600
        file.write(password + "\n")
        file.flush()
        if account.is_other:
            os.chown(file.name, account.uid, account.gid)
        account.run(
            binaries / "initdb",
            f"--pgdata={data}",
            "--username=postgres",
            f"--pwfile={file.name}",
            "--auth-local=scram-sha-256",
            "--auth-host=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--no-instructions",
        )
    with (data / "postgresql.conf").open("a", encoding="utf-8") as configuration:
        configuration.write("\ninclude 'sealedbid.conf'\n")


def _write(path: Path, text: str, account: Account) -> None:
    """Write a file whole, as the server's account."""
    draft = path.with_name(f"{path.name}.new")
    draft.write_text(text, encoding="utf-8")
    draft.chmod(0o600)
    if account.is_other:
        os.chown(draft, account.uid, account.gid)
    draft.replace(path)
