"""A worker that waits is woken, and one that works is not; behind a pooler it polls."""

from __future__ import annotations

import asyncio
import time

from tests.worker.yard import Yard


async def test_a_worker_is_woken(yard: Yard) -> None:
    """It would look by itself only every other second."""
    with yard.process():
        await yard.until(await yard.ask("test.echo"), "done")
        took = []
        for _ in range(5):
            await asyncio.sleep(0.3)
            asked = time.monotonic()
            await yard.until(await yard.ask("test.echo"), "done")
            took.append(time.monotonic() - asked)
    assert sorted(took)[2] < 0.5
