"""A worker that stops in mid-step and waits to be killed: hanging STEP WHERE LEASE.

WHERE is `before` the step does anything, or `after`, when its output exists and is not stored.
"""

from __future__ import annotations

import asyncio
import sys
from dataclasses import replace
from typing import Any

from sealedbid.intelligence.run.order import ORDERS, place_of
from sealedbid.intelligence.run.step import Result, Tools
from sealedbid.platform.config import read_settings
from sealedbid.worker import run_worker


def main(name: str, where: str, lease: str) -> None:
    """Run jobs as any worker does, except that step."""
    order = list(ORDERS["fast"])
    place = place_of(name, ORDERS["fast"])
    step = order[place]

    async def hang(given: Any, tools: Tools) -> Result[Any]:
        if where == "after":
            await step.run(given, tools)
        sys.stdout.write("reached\n")
        sys.stdout.flush()
        await asyncio.sleep(600)
        raise AssertionError("nobody killed this worker")

    order[place] = replace(step, run=hang)
    ORDERS["fast"] = tuple(order)
    asyncio.run(run_worker(read_settings(), lease=float(lease)))


if __name__ == "__main__":
    main(*sys.argv[1:4])
