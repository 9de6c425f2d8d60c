"""The server's process: whether it runs, starting it, stopping it."""

from __future__ import annotations

import os
import socket
import time
from dataclasses import dataclass
from pathlib import Path

from sealedbid.platform.embedded.account import Account
from sealedbid.platform.embedded.errors import EmbeddedServerError
from sealedbid.platform.embedded.layout import Layout

START_ATTEMPTS = 20
START_PAUSE = 0.5  # seconds; children of a killed server hold its memory for a moment
LOG_TAIL = 5  # lines
PROCESSES = Path("/proc")


@dataclass(frozen=True, slots=True)
class ServerStatus:
    """What is known of the server of one home."""

    home: Path
    running: bool
    pid: int | None
    port: int | None
    version: str | None
    sockets: Path


def status(layout: Layout) -> ServerStatus:
    """What runs, by the server's own file, checked against the process."""
    pid = running_pid(layout)
    port = int(layout.port_file.read_text()) if layout.port_file.exists() else None
    version_file = layout.data / "PG_VERSION"
    version = version_file.read_text().strip() if version_file.exists() else None
    return ServerStatus(layout.home, pid is not None, pid, port, version, layout.sockets)


def running_pid(layout: Layout) -> int | None:
    """The process of this home's server, or None.

    postmaster.pid outlives a killed server, and its number may be another program's by now: a
    server stands in its data folder.
    """
    try:
        pid = int((layout.data / "postmaster.pid").read_text().partition("\n")[0])
        if PROCESSES.is_dir():
            stands_in = (PROCESSES / str(pid) / "cwd").resolve(strict=True)
            return pid if stands_in == layout.data.resolve() else None
        os.kill(pid, 0)
    except (OSError, ValueError):
        return None  # no file, no such process, or one that is not ours to look at
    return pid


def start(layout: Layout, account: Account, binaries: Path) -> None:
    """Start the server and wait until it answers. Raises EmbeddedServerError.

    It outlives us, and the terminal that we were started from.
    """
    for attempt in range(1, START_ATTEMPTS + 1):
        if running_pid(layout) is None:
            (layout.data / "postmaster.pid").unlink(missing_ok=True)
        port = _choose_port(layout, account)
        started = account.run(
            binaries / "pg_ctl",
            "start",
            "--wait",
            "--silent",
            f"--pgdata={layout.data}",
            f"--log={layout.log}",
            f"--options=-p {port}",
            check=False,
        )
        if started.returncode == 0:
            return
        if attempt < START_ATTEMPTS and _is_passing(layout):
            time.sleep(START_PAUSE)
            continue
        raise EmbeddedServerError(
            f"PostgreSQL did not start. The end of {layout.log} says: {_last_words(layout)}"
        )


def stop(layout: Layout, account: Account, binaries: Path) -> None:
    """Stop the server, ending its sessions, and wait; nothing if it does not run."""
    if running_pid(layout) is None:
        return
    account.run(
        binaries / "pg_ctl",
        "stop",
        "--wait",
        "--silent",
        "--mode=fast",
        "--timeout=60",
        f"--pgdata={layout.data}",
    )


def _choose_port(layout: Layout, account: Account) -> int:
    """The port of last time if nobody has taken it, else a free one."""
    kept = int(layout.port_file.read_text()) if layout.port_file.exists() else 0
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", kept))
        except OSError:
            probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    if port != kept:
        layout.port_file.write_text(f"{port}\n")
        if account.is_other:
            os.chown(layout.port_file, account.uid, account.gid)
    return port


def _is_passing(layout: Layout) -> bool:
    said = _last_words(layout)
    return "pre-existing shared memory block" in said or "Address already in use" in said


def _last_words(layout: Layout) -> str:
    try:
        lines = layout.log.read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return "(nothing)"
    return " / ".join(lines[-LOG_TAIL:])
