"""Runs the application on uvicorn, alone or in several processes, until it is told to stop."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, Final

import uvicorn
from uvicorn.supervisors import Multiprocess

from sealedbid.api.app import check_database, create_app
from sealedbid.api.connections import Connection
from sealedbid.platform.config import Settings
from sealedbid.platform.embedded.keeper import kept_up
from sealedbid.usecases.errors import ActingError

GRACE: Final = 30
"""Seconds that requests get to finish after a stop."""


class ServingError(ActingError):
    """The server could not start; the log says why."""


def serve(
    settings: Settings, *, host: str, port: int, workers: int = 1, with_worker: bool = False
) -> None:
    """Serve until SIGTERM or SIGINT; requests that run are finished first.

    Raises what ``create_app`` says, before the port is taken, and ServingError.
    """
    asyncio.run(_check(settings))
    with ExitStack() as stack:
        stack.enter_context(_worker(with_worker))
        if workers == 1:
            server = uvicorn.Server(configuration(create_app(settings), host=host, port=port))
            server.run()
            if not server.started:
                raise ServingError(f"Nothing is served on {host}, port {port}: see the log.")
            return
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="sealedbid-metrics-"))
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder
        shared = configuration(
            "sealedbid.api.app:from_environment",
            host=host,
            port=port,
            factory=True,
            workers=workers,
        )
        Multiprocess(shared, sockets=[shared.bind_socket()]).run()


def configuration(app: Any, **changed: Any) -> uvicorn.Config:
    """Return uvicorn's configuration of the product: its log lines are ours."""
    given: dict[str, Any] = {
        "loop": "uvloop",
        "http": Connection,
        "ws": "none",
        "lifespan": "on",
        "log_config": None,
        "access_log": False,
        "server_header": False,
        "date_header": True,
        "proxy_headers": False,
        "timeout_keep_alive": 20,
        "timeout_graceful_shutdown": GRACE,
        "backlog": 512,
    }
    return uvicorn.Config(app, **given | changed)


async def _check(settings: Settings) -> None:
    """Check the database before anything is served: a person is told, instead of a log."""
    async with kept_up(settings):
        await check_database(settings)


@contextmanager
def _worker(wanted: bool) -> Iterator[None]:
    """Run a worker beside the server; it is stopped after it, and finishes its jobs."""
    if not wanted:
        yield
        return
    with subprocess.Popen([sys.executable, "-m", "sealedbid", "worker"]) as process:
        try:
            yield
        finally:
            process.terminate()
            process.wait()
