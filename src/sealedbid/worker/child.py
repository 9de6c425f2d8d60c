"""The process of one isolated body: ``python -m sealedbid.worker.child FD``, started by a worker.

It runs the body that the worker names on the socket FD, reports how it ended, and ends. It ends at
once when the worker is gone: another worker takes over the job.
"""

from __future__ import annotations

import asyncio
import ctypes
import json
import logging
import os
import select
import signal
import socket
import sys
import threading
from contextlib import suppress
from dataclasses import asdict
from importlib import import_module
from operator import attrgetter
from pathlib import Path
from typing import Any
from uuid import UUID

from sealedbid.platform.config import read_settings
from sealedbid.platform.logging import frames
from sealedbid.platform.postgres import Gateway, open_pool
from sealedbid.system.jobs.handler import Handler
from sealedbid.system.jobs.running import RunningJob
from sealedbid.worker.ending import Ending, ending_of, run_body
from sealedbid.worker.forks import kept_from_children

ORPHANED = 70
"""Exit code (EX_SOFTWARE of sysexits.h) when the worker is gone."""
EVERY = 200  # milliseconds between two reports of tokens
CONNECTIONS = 2
PR_SET_PDEATHSIG = 1


class Link(logging.Handler):
    """The socket to the worker; as a logging handler it also sends every log record."""

    def __init__(self, connection: socket.socket) -> None:
        super().__init__(logging.INFO)
        self._socket = connection
        self._file = connection.makefile("rb", buffering=0)  # poll() sees all that is unread
        self._sending = threading.Lock()
        self._told = 0

    def receive(self) -> Any:
        """Wait for the next line; ends the process when there is none."""
        line = self._file.readline()
        if not line:
            os._exit(ORPHANED)
        return json.loads(line)

    def send(self, value: dict[str, Any]) -> None:
        """Send a value as one line; ends the process when the worker is gone."""
        try:
            with self._sending:
                self._socket.sendall(json.dumps(value).encode() + b"\n")
        except OSError:
            os._exit(ORPHANED)

    def tell_tokens(self, job: RunningJob) -> None:
        """Report the tokens that the job used, if it used more since the last report."""
        if job.spent != self._told:
            self._told = job.spent
            self.send({"tokens": self._told})

    def watch(self, job: RunningJob, loop: asyncio.AbstractEventLoop, body: Any) -> None:
        """Report tokens and wait for "end", in a thread: the body may block its own."""
        poll = select.poll()
        poll.register(self._socket, select.POLLIN)
        while True:
            self.tell_tokens(job)
            if poll.poll(EVERY) and self.receive() == "end":
                with suppress(RuntimeError):  # the loop is closed: the body ended by itself
                    loop.call_soon_threadsafe(body.cancel)

    def emit(self, record: logging.LogRecord) -> None:
        """Send one line; of an exception only its frames, for its text may quote a row."""
        text = record.getMessage().partition("\n")[0]
        if record.exc_info and record.exc_info[1]:
            text = f"{text} ({', '.join(frames(record.exc_info[1]))})"
        self.send({"log": text, "level": record.levelno})


def main() -> None:
    """Run the body that the worker names."""
    link = Link(socket.socket(fileno=int(sys.argv[1])))
    if sys.platform == "linux":
        _end_first()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _leave_it_to_the_worker)
    root = logging.getLogger()
    root.addHandler(link)
    root.setLevel(logging.INFO)
    logging.getLogger("psycopg.pool").setLevel(logging.ERROR)
    task = link.receive()
    with kept_from_children():
        ending = asyncio.run(_run(task, link))
    link.send({"ending": asdict(ending)})


async def _run(task: dict[str, Any], link: Link) -> Ending:
    pooled = {name: task[name] for name in ("pool_timeout", "prepare_threshold")}
    pooled |= {"pool_min_size": 1, "pool_max_size": CONNECTIONS}
    try:
        handler = _find(task["body"], task["path"])
        settings = read_settings().model_copy(update=pooled)
        pool = await open_pool(task["conninfo"], settings, name="worker")
    except Exception as error:
        return ending_of(error)
    async with pool:
        job = RunningJob(
            gateway=Gateway(pool),
            settings=settings,
            org_id=UUID(task["org_id"]),
            id=UUID(task["job_id"]),
            lease=UUID(task["lease"]),
        )
        body = asyncio.ensure_future(run_body(handler, job))
        watch = (job, asyncio.get_running_loop(), body)
        threading.Thread(target=link.watch, args=watch, name="link", daemon=True).start()
        try:
            return await body
        except asyncio.CancelledError:
            return Ending("failed", "it was told to end")
        finally:
            link.tell_tokens(job)


def _find(reference: str, path: list[str]) -> Handler[Any]:
    """Import the handler of this name, with the worker's own search path."""
    sys.path[:] = path
    module, _, name = reference.partition(":")
    found = attrgetter(name)(import_module(module))
    if not isinstance(found, Handler):
        raise TypeError(f"{reference} is no handler")
    return found


def _end_first() -> None:
    """Die with the worker, and before it if memory runs short."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    with suppress(OSError):  # if /proc cannot be written, the kernel chooses by size
        Path("/proc/self/oom_score_adj").write_text("1000")


def _leave_it_to_the_worker(number: int, frame: object) -> None:
    """Ignore a signal sent to all of a service's processes: the worker decides when a body ends."""
    del number, frame


if __name__ == "__main__":
    main()
