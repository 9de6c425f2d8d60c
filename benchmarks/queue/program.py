"""A worker process of one system, which reports the begun bodies, and at its end their times."""

from __future__ import annotations

import asyncio
import json
import os
import sys
import traceback
from pathlib import Path

from benchmarks.queue.bodies import Starts
from benchmarks.queue.place import Place
from benchmarks.queue.systems import open_system

TELL = 0.1
"""Seconds between two counts."""


async def main(name: str, kind: str, concurrency: int, place: Path) -> None:
    """Work until a line comes in, or the parent is gone."""
    starts = Starts()
    system = open_system(name, Place.read(place))
    work = asyncio.create_task(system.work(kind, concurrency, starts))
    told = asyncio.get_running_loop().run_in_executor(None, sys.stdin.readline)
    while not told.done():
        _say(len(starts.at))
        await asyncio.wait({work, told}, timeout=TELL, return_when="FIRST_COMPLETED")
        if work.done():
            traceback.print_exception(work.exception())
            os._exit(1)
    _say(starts.at)
    os._exit(0)  # the parent clears the rest of the worker


def _say(what: object) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    _, _name, _kind, _concurrency, _place = sys.argv
    if _name == "pgqueuer":
        import uvloop

        uvloop.install()
    asyncio.run(main(_name, _kind, int(_concurrency), Path(_place)))
