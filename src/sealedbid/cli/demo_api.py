"""Shows that the real server answers each agency, and none of them for the other's rows."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from typing import IO, Any, Final, NamedTuple
from uuid import UUID

from rich.console import Console

from sealedbid.cli.errors import CommandError
from sealedbid.demo.load import LoadedAgency
from sealedbid.platform.config import Settings

STARTS_WITHIN: Final = 60
"""Seconds until the server has to be ready."""
ENDS_WITHIN: Final = 40
"""Seconds until it has to have ended; it lets requests finish."""


class Answer(NamedTuple):
    """An answer of the server."""

    status: int
    body: dict[str, Any]


class DemoApiError(CommandError):
    """The server did not start, or answered otherwise than it should."""


def show_api(console: Console, settings: Settings, loaded: list[LoadedAgency]) -> None:
    """Serve on a free port of this machine, ask as each agency, and as one for the other's row.

    Raises DemoApiError.
    """
    with (
        console.status("Starting sealedbid serve"),
        _served(settings) as port,
    ):
        _show(console, port, loaded)


def _show(console: Console, port: int, loaded: list[LoadedAgency]) -> None:
    console.print("\n[bold]The same over HTTP, from sealedbid serve:[/]")
    firsts: list[str] = []
    for letter, one in zip("AB", loaded, strict=True):
        answer = _get(port, one, f"/api/v1/orgs/{one.org_id}/clients")
        rows = _rows(answer)
        firsts.append(str(rows[0]["id"]))
        path = f"/api/v1/orgs/{_short(one.org_id)}/clients"
        _line(console, letter, path, answer, f"{len(rows)} clients, {rows[0]['name']} first")
    a, b = loaded
    own = f"/api/v1/orgs/{a.org_id}/clients/{firsts[1]}"
    other = f"/api/v1/orgs/{b.org_id}/clients/{firsts[1]}"
    for path, org in ((own, a.org_id), (other, b.org_id)):
        answer = _get(port, a, path)
        if answer.status != 404:
            raise DemoApiError(f"A asked for a row of B, and the answer was {answer.status}.")
        shown = f"/api/v1/orgs/{_short(org)}/clients/{firsts[1][-6:]}"
        _line(console, "A", shown, answer, str(answer.body["type"]))
    console.print("[dim]That client is B's: to A it is not there, in whichever organization.[/]")


def _get(port: int, one: LoadedAgency, path: str) -> Answer:
    return _answer(port, path, {"Authorization": f"Bearer {one.key}"})


def _answer(port: int, path: str, headers: dict[str, str]) -> Answer:
    """Ask the server on this machine. Raises OSError and HTTPException while there is none."""
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        return Answer(response.status, json.loads(response.read()))
    finally:
        connection.close()


def _rows(answer: Answer) -> list[dict[str, object]]:
    if answer.status != 200:
        raise DemoApiError(f"The server answered {answer.status}.")
    rows: list[dict[str, object]] = answer.body["data"]
    return rows


def _line(console: Console, who: str, path: str, answer: Answer, told: str) -> None:
    """A request and its answer in a line of 80 characters at most."""
    line = f"  {who} GET {path}  {answer.status} {told}"
    console.print(line[:80].rstrip(), markup=False, no_wrap=True)


def _short(id: UUID) -> str:
    return f"…{str(id)[-6:]}"


@contextmanager
def _served(settings: Settings) -> Iterator[int]:
    """Run ``sealedbid serve`` on the demo's database, in a process that ends with the block."""
    port = _free_port()
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
            _wait(process, port, log)
            yield port
        finally:
            process.terminate()
            try:
                process.wait(ENDS_WITHIN)
            except subprocess.TimeoutExpired:
                process.kill()


def _wait(process: subprocess.Popen[bytes], port: int, log: IO[bytes]) -> None:
    until = time.monotonic() + STARTS_WITHIN
    while process.poll() is None and time.monotonic() < until:
        try:
            if _answer(port, "/readyz", {}).status == 200:
                return
        except (OSError, HTTPException):
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
