"""Shows that the real server answers each agency, and none of them for the other's rows."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Final
from uuid import UUID

import httpx2
from rich.console import Console

from sealedbid.cli.errors import CommandError
from sealedbid.demo.load import LoadedAgency
from sealedbid.platform.config import Settings

STARTS_WITHIN: Final = 60
"""Seconds until the server has to be ready."""
ENDS_WITHIN: Final = 40
"""Seconds until it has to have ended; it lets requests finish."""


class DemoApiError(CommandError):
    """The server did not start, or answered otherwise than it should."""


def show_api(console: Console, settings: Settings, loaded: list[LoadedAgency]) -> None:
    """Serve on a free port of this machine, ask as each agency, and as one for the other's row.

    Raises DemoApiError.
    """
    with (
        console.status("Starting sealedbid serve"),
        _served(settings) as url,
        httpx2.Client(base_url=url, timeout=30) as client,
    ):
        _show(console, client, loaded)


def _show(console: Console, client: httpx2.Client, loaded: list[LoadedAgency]) -> None:
    console.print("\n[bold]The same over HTTP, from sealedbid serve:[/]")
    firsts: list[str] = []
    for letter, one in zip("AB", loaded, strict=True):
        answer = _get(client, one, f"/api/v1/orgs/{one.org_id}/clients")
        rows = _rows(answer)
        firsts.append(str(rows[0]["id"]))
        path = f"/api/v1/orgs/{_short(one.org_id)}/clients"
        _line(console, letter, path, answer, f"{len(rows)} clients, {rows[0]['name']} first")
    a, b = loaded
    own = f"/api/v1/orgs/{a.org_id}/clients/{firsts[1]}"
    other = f"/api/v1/orgs/{b.org_id}/clients/{firsts[1]}"
    for path, org in ((own, a.org_id), (other, b.org_id)):
        answer = _get(client, a, path)
        if answer.status_code != 404:
            raise DemoApiError(f"A asked for a row of B, and the answer was {answer.status_code}.")
        shown = f"/api/v1/orgs/{_short(org)}/clients/{firsts[1][-6:]}"
        _line(console, "A", shown, answer, str(answer.json()["type"]))
    console.print("[dim]That client is B's: to A it is not there, in whichever organization.[/]")


def _get(client: httpx2.Client, one: LoadedAgency, path: str) -> httpx2.Response:
    return client.get(path, headers={"Authorization": f"Bearer {one.key}"})


def _rows(answer: httpx2.Response) -> list[dict[str, object]]:
    if answer.status_code != 200:
        raise DemoApiError(f"The server answered {answer.status_code}.")
    rows: list[dict[str, object]] = answer.json()["data"]
    return rows


def _line(console: Console, who: str, path: str, answer: httpx2.Response, told: str) -> None:
    """A request and its answer in a line of 80 characters at most."""
    line = f"  {who} GET {path}  {answer.status_code} {told}"
    console.print(line[:80].rstrip(), markup=False, no_wrap=True)


def _short(id: UUID) -> str:
    return f"…{str(id)[-6:]}"


@contextmanager
def _served(settings: Settings) -> Iterator[str]:
    """Run ``sealedbid serve`` on the demo's database, in a process that ends with the block."""
    port = _free_port()
    url = f"http://127.0.0.1:{port}"
    environment = {**os.environ, "SEALEDBID_HOME": str(settings.home)}
    for name in ("DATABASE_URL", "SEALEDBID_DATABASE_URL"):
        environment.pop(name, None)
    with (
        tempfile.TemporaryFile() as log,
        subprocess.Popen(
            [sys.executable, "-m", "sealedbid", "serve", "--port", str(port)],
            env=environment,
            stdout=log,
            stderr=log,
        ) as process,
    ):
        try:
            _wait(process, url, log)
            yield url
        finally:
            process.terminate()
            try:
                process.wait(ENDS_WITHIN)
            except subprocess.TimeoutExpired:
                process.kill()


def _wait(process: subprocess.Popen[bytes], url: str, log: IO[bytes]) -> None:
    until = time.monotonic() + STARTS_WITHIN
    while process.poll() is None and time.monotonic() < until:
        try:
            if httpx2.get(f"{url}/readyz", timeout=5).status_code == 200:
                return
        except httpx2.TransportError:
            pass
        time.sleep(0.1)
    log.seek(0)
    said = log.read().decode("utf-8", "replace").strip().splitlines()[-1:]
    raise DemoApiError(f"sealedbid serve did not start: {' '.join(said) or 'it said nothing.'}")


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port
