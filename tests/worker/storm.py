"""A worker that kills itself at a random point, now and then: storm NUMBER."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sys
import threading
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, NoReturn

from sealedbid.platform.config import read_settings
from sealedbid.platform.postgres import Transaction, gateway
from sealedbid.system.jobs.handler import job
from sealedbid.system.jobs.repository import jobs
from sealedbid.system.jobs.running import RunningJob
from sealedbid.worker.run import run_worker
from tests.worker.bodies import EFFECT, Said

CHANCE = 0.02
"""Probability of being killed at each point."""


STORMS: list[Storm] = []
"""The storm of this process, if it is a worker."""


class Storm:
    """Draws if this point is the end, and writes the point down first."""

    def __init__(self, number: int, folder: Path) -> None:
        self.pick = random.Random(f"{number} {time.time_ns()}")
        self.file = folder / f"storm-{os.getpid()}"

    def at(self, point: str) -> None:
        if self.pick.random() < CHANCE:
            self.end(point)

    def end(self, point: str) -> NoReturn:
        self.file.write_text(f"{point}\n")
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError("a process does not outlive SIGKILL")

    def soon(self, point: list[str], seconds: float) -> None:
        """Kill at a random moment during the next step; ``point`` names the point by then."""
        if self.pick.random() < CHANCE:
            threading.Timer(self.pick.uniform(0, seconds), lambda: self.end(point[0])).start()


@job("test.effect", Said, max_attempts=25, one_transaction=True)
async def effect(running: RunningJob, tx: Transaction, said: Said) -> None:
    """Insert one row; in a process of its own, as a suspect, it is not in the storm."""
    for storm in STORMS:
        storm.at("before its transaction")
    await tx.run(EFFECT, name=f"effect of {running.id}")
    for storm in STORMS:
        storm.at("in its transaction")
    await asyncio.sleep(0.005)


def spy(storm: Storm) -> None:
    """Put points around the product's own finish and commit."""
    finish: Callable[..., Awaitable[None]] = jobs.finish
    commit = gateway._commit

    async def finish_in_the_storm(*arguments: Any, **named: Any) -> None:
        point = ["inside finish"]
        storm.soon(point, 0.002)
        await finish(*arguments, **named)
        point[0] = "after finish"

    async def commit_in_the_storm(connection: Any) -> None:
        point = ["between COMMIT and its acknowledgement"]
        storm.soon(point, 0.004)
        await commit(connection)
        point[0] = "after its acknowledgement"

    jobs.finish = finish_in_the_storm
    gateway._commit = commit_in_the_storm


if __name__ == "__main__":
    settings = read_settings()
    storm = Storm(int(sys.argv[1]), settings.home.parent)
    STORMS.append(storm)
    spy(storm)
    handlers = {effect.name: effect}
    asyncio.run(run_worker(settings, handlers=handlers, concurrency=4, lease=2.0, patience=60.0))
