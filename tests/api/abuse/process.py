"""Starts `sealedbid serve` in a process of its own; its log is a file."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2

from tests.fixtures.commands import environment, program
from tests.fixtures.pgbouncer import free_port
from tests.fixtures.server import Installation

TRIES = 300
"""Looks, a tenth of a second apart, until the server answers."""


@dataclass(frozen=True, slots=True)
class Process:
    """A running server, the file that it logs to, and the folder of its secrets."""

    url: str
    log: Path
    home: Path

    def said(self) -> str:
        """Everything that it has logged."""
        return self.log.read_text(encoding="utf-8", errors="replace")


@contextmanager
def serving(
    installation: Installation, folder: Path, *options: str, **settings: str
) -> Iterator[Process]:
    """Serve the installation with the URLs of the API's two logins, and without limits."""
    port, home = free_port(), folder / "home"
    variables = {
        "SEALEDBID_HOME": str(home),
        "SEALEDBID_DATABASE_ADDRESS": "postgresql:///nowhere",
        "SEALEDBID_API_URL": installation.conninfo("sb_api"),
        "SEALEDBID_AUTH_URL": installation.conninfo("sb_auth"),
        "SEALEDBID_REQUESTS_PER_CREDENTIAL": "null",
        "SEALEDBID_REQUESTS_PER_PERSON": "null",
        "SEALEDBID_REQUESTS_PER_ORGANIZATION": "null",
        "SEALEDBID_REQUESTS_PER_ADDRESS": "null",
    }
    command = program("serve", "--port", str(port), "--log-format", "json", *options)
    path = folder / "serve.log"
    with (
        path.open("wb") as log,
        subprocess.Popen(
            command, env=environment(**variables | settings), stdout=log, stderr=log
        ) as process,
    ):
        try:
            served = Process(f"http://127.0.0.1:{port}", path, home)
            _wait(process, served)
            yield served
        finally:
            process.terminate()
            try:
                process.wait(40)
            except subprocess.TimeoutExpired:
                process.kill()


def _wait(process: subprocess.Popen[bytes], served: Process) -> None:
    for _ in range(TRIES):
        assert process.poll() is None, served.said()
        try:
            if httpx2.get(f"{served.url}/readyz", timeout=10).is_success:
                return
        except httpx2.HTTPError:
            time.sleep(0.1)
    raise AssertionError(served.said())
