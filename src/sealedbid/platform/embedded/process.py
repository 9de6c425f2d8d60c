"""Starts and stops the server's process."""

from __future__ import annotations

import socket
import time
from pathlib import Path

from sealedbid.platform.embedded.account import Account
from sealedbid.platform.embedded.errors import EmbeddedServerError
from sealedbid.platform.embedded.files import write
from sealedbid.platform.embedded.layout import Layout
from sealedbid.platform.embedded.state import (
    LOG_TAIL,
    answers,
    as_port,
    last_words,
    running_pid,
    text_of,
)

START_ATTEMPTS = 20
START_PAUSE = 0.5  # seconds; children of a killed server hold its memory for a moment


def start(layout: Layout, account: Account, binaries: Path) -> None:
    """Start the server and wait until it answers. Raises EmbeddedServerError.

    The server outlives this process and its terminal.
    """
    for attempt in range(1, START_ATTEMPTS + 1):
        if running_pid(layout) is None:
            _forget_killed(layout)
        port = _choose_port(layout, account)
        before = layout.log.stat().st_size if layout.log.exists() else 0
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
        if started.returncode == 0 or answers(layout):
            return
        said = last_words(layout, before) or started.stderr.strip()
        if attempt < START_ATTEMPTS and _is_passing(said):
            time.sleep(START_PAUSE)
            continue
        raise EmbeddedServerError(
            f"PostgreSQL did not start. The end of {layout.log} says: {said or '(nothing)'}"
        )


def run_alone(layout: Layout, account: Account, binaries: Path, statement: str) -> None:
    """Run a statement as the superuser in single-user mode, while the server is stopped.

    Raises EmbeddedServerError.
    """
    for attempt in range(1, START_ATTEMPTS + 1):
        _forget_killed(layout)
        done = account.run(
            binaries / "postgres",
            "--single",
            "-D",
            layout.data,
            "-c",
            "exit_on_error=on",
            "-c",
            "log_statement=none",
            "postgres",
            stdin=f"{statement}\n",
            check=False,
        )
        if done.returncode == 0:
            return
        if attempt < START_ATTEMPTS and _is_passing(done.stderr):
            time.sleep(START_PAUSE)
            continue
        said = " / ".join(done.stderr.strip().splitlines()[-LOG_TAIL:])
        raise EmbeddedServerError(f"PostgreSQL did not set the password: {said}")


def _forget_killed(layout: Layout) -> None:
    """Remove a killed server's lock files: their process id may belong to another program by now.

    Or still to the dead server, until its parent collects its exit code: a new server would wait
    for it. The server looks for leftover sessions without these files, too.
    """
    (layout.data / "postmaster.pid").unlink(missing_ok=True)
    for lock in layout.sockets.glob(".s.PGSQL.*.lock"):
        lock.unlink(missing_ok=True)


def stop(layout: Layout, account: Account, binaries: Path) -> None:
    """Stop the server, ending its sessions, and wait. Raises EmbeddedServerError."""
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
    """Return the last port if it is free, else a free one."""
    kept = as_port(text_of(layout.port_file))
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", kept or 0))
        except OSError:
            probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    if port != kept:
        write(layout.port_file, f"{port}\n", account)
    return port


def _is_passing(said: str) -> bool:
    return "pre-existing shared memory block" in said or "Address already in use" in said
