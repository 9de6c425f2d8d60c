"""Bodies that run in a process of their own, as the worker sees them.

Both processes talk over one pair of sockets, one JSON value a line: the lease and the password of
sb_worker are in no argument and no variable, where other processes could read them. Each process
notices when the other is gone.
"""

from __future__ import annotations

import asyncio
import json
import logging
import signal
import socket
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sealedbid.platform.config import Settings
from sealedbid.system.jobs.handler import Handler
from sealedbid.system.jobs.running import RunningJob
from sealedbid.worker.ending import Ending

log = logging.getLogger("sealedbid.worker")

PROGRAM = ("-P", "-m", "sealedbid.worker.child")  # -P: import nothing from the current directory
TOLD = 4.0
"""Seconds within which a body that was told to end must end, before its process is killed."""
LONGEST_LINE = 1 << 20  # bytes


@dataclass(frozen=True, slots=True)
class Isolation:
    """Starts processes that run a body on connections of sb_worker."""

    conninfo: str
    settings: Settings

    def process(
        self, handler: Handler[Any], job: RunningJob, ids: Mapping[str, Any]
    ) -> IsolatedProcess:
        """Make a process for this job, not started yet; its log lines get ``ids``."""
        task = {
            "body": _reference(handler),
            "path": sys.path,
            "conninfo": self.conninfo,
            "pool_timeout": self.settings.pool_timeout,
            "prepare_threshold": self.settings.prepare_threshold,
            "org_id": str(job.org_id),
            "job_id": str(job.id),
            "lease": str(job.lease),
        }
        return IsolatedProcess(task, job, ids)


class IsolatedProcess:
    """A process that runs one body and ends."""

    def __init__(self, task: dict[str, Any], job: RunningJob, ids: Mapping[str, Any]) -> None:
        self._task = task
        self._job = job
        self._ids = ids
        self.was_killed = False
        """True if the body was told to end and did not."""

    async def run(self) -> Ending:
        """Start the process and wait for the body; cancelling this tells the body to end.

        The process has ended whenever this returns or raises.
        """
        if self._task["body"] is None:
            return Ending("failed", "its body has no name to be found by in a process of its own")
        ours, theirs = socket.socketpair()
        with theirs:
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                *PROGRAM,
                str(theirs.fileno()),
                stdin=asyncio.subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                start_new_session=True,  # neither Ctrl-C nor a body's kill(0) crosses
            )
        reader, writer = await asyncio.open_connection(sock=ours, limit=LONGEST_LINE)
        try:
            writer.write(_line(self._task))
            ending = await self._hear(reader)
            if ending is None:
                return Ending("crashed", _how_it_ended(await process.wait()))
            return ending
        except asyncio.CancelledError:
            writer.write(_line("end"))
            self.was_killed = not await self._ends(reader)
            raise
        finally:
            writer.close()
            if process.returncode is None:
                process.kill()
            await process.wait()

    async def _ends(self, reader: asyncio.StreamReader) -> bool:
        """True if the process ends by itself in time."""
        try:
            async with asyncio.timeout(TOLD):
                return await self._hear(reader) is not None
        except TimeoutError:
            return False

    async def _hear(self, reader: asyncio.StreamReader) -> Ending | None:
        """Handle the child's messages until its body has ended. Returns None if it said nothing."""
        while True:
            try:
                line = await reader.readline()
            except ConnectionError:
                return None
            if not line.endswith(b"\n"):
                return None
            match json.loads(line):
                case {"tokens": int(tokens)}:
                    self._job.tokens = tokens
                case {"log": str(text), "level": int(level)}:
                    log.log(level, "%s", text, extra=dict(self._ids))
                case {"ending": dict(ending)}:
                    return Ending(**ending)


def _reference(handler: Handler[Any]) -> str | None:
    """Importable name of a handler, as pickle finds functions; None if it has none."""
    module, name = handler.body.__module__, handler.body.__qualname__
    if module == "__main__":
        spec = sys.modules["__main__"].__spec__
        if spec is None:
            return None
        module = spec.name
    return None if "<locals>" in name else f"{module}:{name}"


def _line(value: Any) -> bytes:
    return json.dumps(value).encode() + b"\n"


def _how_it_ended(code: int) -> str:
    if code >= 0:
        return f"it ended its process (exit code {code})"
    return f"its process was ended ({signal.Signals(-code).name})"
