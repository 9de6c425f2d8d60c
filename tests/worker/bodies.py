"""Bodies of jobs that end in every possible way; as a program, `sealedbid worker` with them."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from typing import Any

import psycopg
import typer
from pydantic import BaseModel, ConfigDict

from sealedbid.cli.worker import worker
from sealedbid.platform.errors import SealedbidError
from sealedbid.platform.postgres import Transaction
from sealedbid.system.jobs.handler import Handler, Retry, job
from sealedbid.system.jobs.running import JobFailedError, RunningJob
from sealedbid.worker import heart, loop, run

SOON = Retry(base=0.0)
TANGLED: list[Any] = []
SLEEPS = 60.0
"""Seconds that a body sleeps which is told to end long before."""
EFFECT = "insert into public.clients (org_id, name) values (%(org_id)s, %(name)s)"


class Said(BaseModel):
    """Payload of a job."""

    model_config = ConfigDict(extra="forbid")

    word: str = "nothing"


class Heard(BaseModel):
    """Result of a job."""

    heard: str


@job("test.echo", Said)
async def echo(running: RunningJob, said: Said) -> Heard:
    running.tokens += 7
    return Heard(heard=said.word)


@job("test.effect", Said, one_transaction=True)
async def effect(running: RunningJob, tx: Transaction, said: Said) -> Heard:
    """Insert a row together with the end of the job: both or neither."""
    await tx.run(EFFECT, name=f"effect of {said.word} {running.id}")
    return Heard(heard=said.word)


@job("test.refuses", Said)
async def refuses(running: RunningJob, said: Said) -> None:
    raise JobFailedError("it cannot be done")


@job("test.raises", Said, max_attempts=3, retry=SOON)
async def raises(running: RunningJob, said: Said) -> None:
    running.tokens += 10
    raise ValueError(f"this quotes a row: {said.word}")


@job("test.explains", Said, max_attempts=1)
async def explains(running: RunningJob, said: Said) -> None:
    raise SealedbidError("The model is away.")


@job("test.exits", Said, max_attempts=1)
async def exits(running: RunningJob, said: Said) -> None:
    sys.exit(3)


@job("test.unstorable", Said)
async def unstorable(running: RunningJob, said: Said) -> Heard:
    return Heard(heard="a null: \x00")


@job("test.sleeps", Said, deadline=2 * SLEEPS)
async def sleeps(running: RunningJob, said: Said) -> None:
    """Sleep until told to end."""
    async with running.sealed() as tx:
        await running.report(tx, {"at": "sleep"})
    running.tokens += 500
    sys.stdout.write("sleeping\n")
    sys.stdout.flush()
    await asyncio.sleep(SLEEPS)


@job("test.naps", Said, retry=SOON)
async def naps(running: RunningJob, said: Said) -> Heard:
    sys.stdout.write("sleeping\n")
    sys.stdout.flush()
    await asyncio.sleep(1)
    return Heard(heard="awake")


@job("test.trudges", Said)
async def trudges(running: RunningJob, said: Said) -> Heard:
    """Work slowly, and record the beginning."""
    async with running.sealed() as tx:
        await tx.run(EFFECT, name=f"start of {running.id}")
    await asyncio.sleep(2)
    return Heard(heard="at last")


@job("test.late", Said, deadline=0.5, max_attempts=1)
async def late(running: RunningJob, said: Said) -> None:
    await asyncio.sleep(60)


@job("test.dies", Said)
async def dies(running: RunningJob, said: Said) -> None:
    os._exit(9)


@job("test.hangs", Said, deadline=0.2)
async def hangs(running: RunningJob, said: Said) -> None:
    """Block the process, so that nothing else runs in it."""
    time.sleep(600)


@job("test.sticks", Said)
async def sticks(running: RunningJob, said: Said) -> None:
    """Print a line, then block the process."""
    sys.stdout.write("sleeping\n")
    sys.stdout.flush()
    time.sleep(600)


@job("test.forks", Said)
async def forks(running: RunningJob, said: Said) -> Heard:
    """Fork a child that ends at once: it closes the connections that it inherited."""
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    return Heard(heard="from the parent")


@job("test.forgets", Said)
async def forgets(running: RunningJob, said: Said) -> Heard:
    """Fork a child that does not know it is one, and goes on as its parent does."""
    is_child = os.fork() == 0
    async with running.sealed() as tx:
        await tx.run(EFFECT, name=f"effect of {running.id} {is_child}")
    return Heard(heard="the child" if is_child else "the parent")


@job("test.bolts", Said)
async def bolts(running: RunningJob, said: Said) -> Heard:
    """Fork a child that fails right away."""
    if os.fork() == 0:
        raise ValueError("in the child")
    return Heard(heard="the parent")


@job("test.eats", Said, max_attempts=1)
async def eats(running: RunningJob, said: Said) -> None:
    """Use up all memory."""
    eaten = []
    while True:
        eaten.append(bytearray(1 << 24))


@job("test.dawdles", Said, max_attempts=1)
async def dawdles(running: RunningJob, said: Said) -> None:
    """Hold a transaction open across slow work."""
    async with running.sealed() as tx:
        await tx.run(EFFECT, name=f"effect of {running.id}")
        await asyncio.sleep(1)


@job("test.tangles", Said, max_attempts=2, retry=SOON)
async def tangles(running: RunningJob, said: Said) -> None:
    """Raise a deadlock, the first time."""
    if not TANGLED:
        TANGLED.append(running.id)
        raise psycopg.errors.DeadlockDetected("deadlock detected")


@job("test.stubborn", Said, deadline=60)
async def stubborn(running: RunningJob, said: Said) -> None:
    """Ignore the order to end."""
    sys.stdout.write("sleeping\n")
    sys.stdout.flush()
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            continue


@job("test.mumbles", Said, max_attempts=1)
async def mumbles(running: RunningJob, said: Said) -> None:
    raise JobFailedError("a null \x00 and\na line, " + 1000 * "long")


@job("test.injects", Said)
async def injects(running: RunningJob, said: Said) -> Heard:
    """Paste the payload into a statement as it is."""
    word = said.word.replace("%", "%%")
    try:
        async with running.sealed() as tx:
            return Heard(heard=repr(await tx.answer(f"select '{word}'")))
    except psycopg.Error as error:
        return Heard(heard=str(error))


BODIES: dict[str, Handler[Any]] = {
    handler.name: handler for handler in globals().values() if isinstance(handler, Handler)
}


if __name__ == "__main__":
    heart.BEATS = int(os.environ.get("TEST_BEATS", heart.BEATS))
    heart.GRACE = float(os.environ.get("TEST_HEART_GRACE", heart.GRACE))
    loop.TICK = float(os.environ.get("TEST_TICK", loop.TICK))
    vars(run)["find_handlers"] = lambda: BODIES
    typer.run(worker)
