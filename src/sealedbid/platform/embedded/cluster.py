"""Creates the cluster once: connections need a password; only socket and loopback are open."""

from __future__ import annotations

from pathlib import Path

from sealedbid.platform.embedded.account import Account
from sealedbid.platform.embedded.files import make_folder, write
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

# For tests, which create many servers.
NOT_DURABLE = """\
fsync = off
synchronous_commit = off
full_page_writes = off
"""

# At every start: without this line the server would listen where its defaults say.
_INCLUDE = """\
line="include 'sealedbid.conf'"
grep -qxF "$line" "$1" || printf '\\n%s\\n' "$line" >>"$1"
"""


def make_cluster(layout: Layout, account: Account, binaries: Path, *, durable: bool) -> None:
    """Create the cluster if it is missing; write its configuration in any case."""
    make_folder(layout.sockets, account)
    if not layout.data.is_dir():
        draft = layout.data.with_name("data.partial")
        account.run("rm", "-rf", draft)  # left by a start that was cut off
        _initdb(draft, layout, account, binaries)
        account.run("mv", draft, layout.data)
    write(layout.data / "pg_hba.conf", HBA, account)
    folder = str(layout.sockets).replace("'", "''")
    settings = CONFIGURATION + f"unix_socket_directories = '{folder}'\n"
    write(layout.data / "sealedbid.conf", settings + ("" if durable else NOT_DURABLE), account)
    account.run("sh", "-c", _INCLUDE, "sh", layout.data / "postgresql.conf")


def _initdb(data: Path, layout: Layout, account: Account, binaries: Path) -> None:
    password = layout.postgres / "initdb.password"  # fixed: the next start removes a leftover
    write(password, ensure_secret(secret_path(layout.home, "postgres.password")) + "\n", account)
    try:
        account.run(
            binaries / "initdb",
            f"--pgdata={data}",
            "--username=postgres",
            f"--pwfile={password}",
            "--auth-local=scram-sha-256",
            "--auth-host=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--no-instructions",
        )
    finally:
        password.unlink()
