"""The measured servers, each a process of its own on a database of its size."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from benchmarks.databases import Database
from sealedbid.platform.postgres.logins import login_conninfo

WAYS = ("one message", "two messages", "peer")
"""The API with merged openings and without, and the peer."""
ROOT = Path(__file__).parents[2]
POOL = 8


@dataclass(frozen=True, slots=True)
class Served:
    """One server; ``backends`` are the processes of its pool."""

    way: str
    database: Database
    port: int
    process: subprocess.Popen[bytes]
    backends: list[int] = field(default_factory=list)

    def cpu(self) -> tuple[float, float]:
        """Seconds of processor time so far, of the server and of its backends."""
        return _cpu(self.process.pid), sum(map(_cpu, self.backends))


@contextmanager
def serve_all(databases: list[Database]) -> Iterator[list[Served]]:
    """Run every way on every database."""
    with ExitStack() as stack:
        yield [stack.enter_context(_serve(way, database)) for database in databases for way in WAYS]


@contextmanager
def _serve(way: str, database: Database) -> Iterator[Served]:
    port = _free_port()
    with psycopg.connect(database.admin, autocommit=True) as admin:
        before = _backends(admin)
        if way == "two messages":
            admin.execute("alter role sb_api reset track_activities")
        try:
            process = subprocess.Popen(
                _command(way, port),
                env=_environment(database) | {"PORT": str(port)},
                stderr=subprocess.DEVNULL,
            )
            try:
                _wait(port, process)
                backends = sorted(_backends(admin) - before)
                admin.execute("alter role sb_api set track_activities = off")
                yield Served(way, database, port, process, backends)
            finally:
                process.terminate()
                process.wait(30)
        finally:
            admin.execute("alter role sb_api set track_activities = off")


def _command(way: str, port: int) -> list[str]:
    if way == "peer":
        peer = ["-m", "uvicorn", "benchmarks.api.peer:app", "--no-access-log", "--loop", "uvloop"]
        return [sys.executable, *peer, "--http", "httptools", "--port", str(port)]
    return [sys.executable, "-m", "benchmarks.api.ours"]


def _environment(database: Database) -> dict[str, str]:
    settings = database.settings
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.pathsep.join(map(str, (ROOT, ROOT / "src"))),
        "PEER_URL": database.login,
        "SEALEDBID_HOME": str(settings.home),
        "SEALEDBID_API_URL": database.login,
        "SEALEDBID_AUTH_URL": login_conninfo(settings, "sb_auth"),
        "SEALEDBID_DATABASE_ADDRESS": settings.database_address or "",
        "SEALEDBID_POOL_MIN_SIZE": str(POOL),
        "SEALEDBID_POOL_MAX_SIZE": str(POOL),
        # The load comes from one address and one person.
        "SEALEDBID_REQUESTS_PER_ADDRESS": "null",
        "SEALEDBID_REQUESTS_PER_CREDENTIAL": "null",
        "SEALEDBID_REQUESTS_PER_PERSON": "null",
        "SEALEDBID_REQUESTS_PER_ORGANIZATION": "null",
    }


def _backends(admin: psycopg.Connection[tuple[int]]) -> set[int]:
    rows = admin.execute(
        "select pid from pg_stat_activity"
        " where usename = 'sb_api' and backend_type = 'client backend'"
    )
    return {row[0] for row in rows.fetchall()}


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        if process.poll() is not None:
            raise RuntimeError("a server did not start")
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            time.sleep(1)  # until its pool is full
            return
    raise TimeoutError("a server did not start")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _cpu(pid: int) -> float:
    """Seconds on a processor, of all threads of the process."""
    total = 0
    for task in Path(f"/proc/{pid}/task").iterdir():
        total += int((task / "schedstat").read_text().split()[0])
    return total / 1e9
