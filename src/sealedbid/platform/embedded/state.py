"""The server's state: its process, its port and sockets, the end of its log."""

from __future__ import annotations

import os
import struct
import time
from dataclasses import dataclass
from pathlib import Path

from psycopg.conninfo import make_conninfo
from psycopg.pq import PGconn, Ping

from sealedbid.platform.embedded.errors import EmbeddedServerError
from sealedbid.platform.embedded.layout import Layout

ANSWER_SECONDS = 300.0  # seconds; a killed server first replays its log
ANSWER_PAUSE = 0.1
LOG_TAIL = 5  # lines
LOG_TAIL_BYTES = 8192
PROCESSES = Path("/proc")

# ControlFileData of pg_control.h begins with: system identifier, two versions, DBState.
_CONTROL_HEAD = struct.Struct("=QIII")
_SHUT_DOWN = (1, 2)  # DB_SHUTDOWNED, DB_SHUTDOWNED_IN_RECOVERY


@dataclass(frozen=True, slots=True)
class ServerStatus:
    """State of the server of one home."""

    home: Path
    running: bool
    pid: int | None
    port: int | None
    version: str | None
    sockets: Path


def status(layout: Layout) -> ServerStatus:
    """Read the state from the server's own file, checked against the process."""
    pid = running_pid(layout)
    version = text_of(layout.data / "PG_VERSION").strip() or None
    if pid is None:
        port, sockets = as_port(text_of(layout.port_file)), layout.sockets
    else:  # as it was started, whatever TMPDIR and our port file say now
        lines = [*text_of(layout.data / "postmaster.pid").splitlines(), "", "", "", "", ""]
        port = as_port(lines[3]) or as_port(text_of(layout.port_file))
        sockets = Path(lines[4]) if lines[4] else layout.sockets
    return ServerStatus(layout.home, pid is not None, pid, port, version, sockets)


def running_pid(layout: Layout) -> int | None:
    """The process of this home's server, or None.

    postmaster.pid outlives a killed server, and its number may be another program's by now: the
    server is a postgres whose working folder is the data folder.
    """
    try:
        pid = int((layout.data / "postmaster.pid").read_text().partition("\n")[0])
        if PROCESSES.is_dir():
            return pid if _is_server_of(layout.data, PROCESSES / str(pid)) else None
        os.kill(pid, 0)
    except (OSError, ValueError):
        return None  # no file, no such process, or one that we may not look at
    return pid


def was_killed(layout: Layout) -> bool:
    """True if the server ended without being stopped, by the state of its cluster.

    SIGKILL leaves postmaster.pid behind; SIGQUIT (an immediate shutdown) does not.
    """
    if running_pid(layout) is not None:
        return False
    return (layout.data / "postmaster.pid").exists() or not _was_stopped(layout.data)


def _was_stopped(data: Path) -> bool:
    """True if the control file says that the cluster was shut down, or if it is missing."""
    try:
        with (data / "global" / "pg_control").open("rb") as control:
            head = control.read(_CONTROL_HEAD.size)
    except FileNotFoundError:
        return True
    return len(head) == _CONTROL_HEAD.size and _CONTROL_HEAD.unpack(head)[3] in _SHUT_DOWN


def _is_server_of(data: Path, process: Path) -> bool:
    if (process / "comm").read_text() != "postgres\n":
        return False
    try:
        return (process / "cwd").resolve(strict=True) == data.resolve()
    except PermissionError:
        # Root in a container may read other processes' command lines, but not their folders.
        return str(data).encode() in (process / "cmdline").read_bytes().split(b"\0")


def answers(layout: Layout) -> bool:
    """Wait until a running server accepts sessions. Returns False if none runs or it ends.

    Raises EmbeddedServerError if it neither accepts sessions nor ends.
    """
    end = time.monotonic() + ANSWER_SECONDS
    while (found := status(layout)).running:
        where = make_conninfo(
            host=str(found.sockets), port=found.port, user="postgres", connect_timeout=2
        )
        if PGconn.ping(where.encode()) == Ping.OK:
            return True
        if time.monotonic() > end:
            raise EmbeddedServerError(
                f"PostgreSQL runs as process {found.pid} and does not answer. The end of "
                f"{layout.log} says: {last_words(layout)}"
            )
        time.sleep(ANSWER_PAUSE)
    return False


def as_port(text: str) -> int | None:
    """Parse a port that an account without privileges can use, or return None."""
    text = text.strip()
    return int(text) if text.isdecimal() and 1024 <= int(text) <= 65535 else None


def text_of(path: Path) -> str:
    """Read a file; empty if it is missing."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except (FileNotFoundError, NotADirectoryError):
        return ""


def last_words(layout: Layout, since: int = 0) -> str:
    """The last lines of the log after its first ``since`` bytes."""
    try:
        with layout.log.open("rb") as log:
            log.seek(max(since, log.seek(0, os.SEEK_END) - LOG_TAIL_BYTES))
            lines = log.read().decode("utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return ""
    return " / ".join(lines[-LOG_TAIL:])
