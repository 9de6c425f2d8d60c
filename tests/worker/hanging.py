"""A worker that stops in mid-step and waits to be killed: hanging STEP WHERE LEASE.

WHERE is `before` the step does anything, `inside` its work (of a step that leaves its work to a
thread), or `after`, when its output exists and is not stored. The STEP `finish` is the end of the
run, `wait` the end of one that has questions: both before anything of it is stored. Any other STEP
stops nowhere: a server does.
"""

from __future__ import annotations

import asyncio
import sys
from dataclasses import replace
from importlib import import_module
from types import SimpleNamespace
from typing import Any

from sealedbid.intelligence.run import runner
from sealedbid.intelligence.run.order import ORDERS, AnyStep
from sealedbid.intelligence.run.step import Result, Tools
from sealedbid.intelligence.writer import WRITERS
from sealedbid.platform.config import read_settings
from sealedbid.worker.run import run_worker
from tests.fixtures.streaming import Streaming

ENDS = {"finish": "finish", "wait": "wait_for"}


async def hang(*given: Any, **named: Any) -> Any:
    """Say so, and wait."""
    sys.stdout.write("reached\n")
    sys.stdout.flush()
    await asyncio.sleep(600)
    raise AssertionError("nobody killed this worker")


def hanging(step: AnyStep, where: str) -> AnyStep:
    """The step, which stops there."""

    async def run(given: Any, tools: Tools) -> Result[Any]:
        if where == "after":
            await step.run(given, tools)
        result: Result[Any] = await hang()
        return result

    if where == "inside":
        module: Any = import_module(step.run.__module__)
        module.asyncio = SimpleNamespace(to_thread=hang)
        return step
    return replace(step, run=run)


def main(name: str, where: str, lease: str) -> None:
    """Run jobs as any worker does, except that step."""
    WRITERS[Streaming.name] = Streaming
    if name in ENDS:
        setattr(runner, ENDS[name], hang)
    for mode, order in ORDERS.items():
        ORDERS[mode] = tuple(hanging(step, where) if step.name == name else step for step in order)
    asyncio.run(run_worker(read_settings(), lease=float(lease)))


if __name__ == "__main__":
    main(*sys.argv[1:4])
