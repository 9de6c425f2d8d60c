"""Workers are killed at any moment, the server twice: every job's effect is there exactly once."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from psycopg.types.json import Jsonb

from tests.fixtures.commands import Home
from tests.fixtures.people import People
from tests.fixtures.server import temporary_home

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

JOBS = 1_000
WORKERS = 4
SEED = int(os.environ.get("SEALEDBID_STORM_SEED", "13"))
STANDSTILL = 60.0
"""Seconds within which some job must end: a storm may be slow, and must not stop."""
POINTS = (
    "before its transaction",
    "in its transaction",
    "inside finish",
    "between COMMIT and its acknowledgement",
)


@pytest.fixture
def home() -> Iterator[Home]:
    """A home with the durability that an operator has."""
    with temporary_home() as path:
        home = Home(path)
        assert home("up").returncode == 0
        yield home


def start(home: Home, number: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.worker.storm", str(number)],
        env={"PATH": os.environ["PATH"], "SEALEDBID_HOME": str(home.path)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


async def enqueue(home: Home) -> list[Any]:
    """Enqueue a thousand jobs of four organizations; returns the organizations."""
    people = People(home.installation)
    organizations = [people.found(f"Tenant {number}") for number in range(4)]
    async with home.installation.gateway("sb_api") as gateway:
        for organization in organizations:
            proof, org_id = organization.member.proof, organization.id
            async with gateway.sealed("session", proof, org_id) as tx:
                await tx.run(
                    "insert into public.jobs (org_id, job_type, payload, max_attempts)"
                    " select %(org_id)s, 'test.effect', %(payload)s, 25"
                    " from generate_series(1, %(count)s)",
                    payload=Jsonb({}),
                    count=JOBS // 4,
                )
    return organizations


def bury_no_innocents(home: Home) -> None:
    """Retry jobs that look like killers, for they were alone in three killed workers."""
    try:
        with psycopg.connect(home.installation.owner, autocommit=True) as owner:
            with home.installation.as_superuser() as behind:
                behind.execute(  # a job beside many deaths waits long: not here
                    "update public.jobs set run_at = now() where status = 'scheduled'"
                )
                dead = behind.execute(
                    "select id, org_id from public.jobs where status = 'dead'"
                ).fetchall()
            for job, org_id in dead:
                owner.execute("select queue.retry_job(%s, %s)", (job, org_id))
    except psycopg.OperationalError:
        return  # the server is away: the next round comes soon


def unfinished(home: Home) -> int | None:
    """Number of unfinished jobs; None while the server is away."""
    try:
        rows = home.behind("select count(*) from public.jobs where status <> 'done'")
    except psycopg.OperationalError:
        return None
    return int(rows[0][0])


async def test_every_effect_is_there_exactly_once(home: Home) -> None:
    pick = random.Random(SEED)
    organizations = await enqueue(home)
    workers = [start(home, number) for number in range(WORKERS)]
    kills: Counter[str] = Counter()
    server_kills = 0
    fewest, moved = JOBS, time.monotonic()
    try:
        while (left := await asyncio.to_thread(unfinished, home)) != 0:
            if left is not None and left < fewest:
                fewest, moved = left, time.monotonic()
            assert time.monotonic() - moved < STANDSTILL, f"{left} jobs are left; {kills}"
            await asyncio.sleep(pick.uniform(0.05, 0.4))
            await asyncio.to_thread(bury_no_innocents, home)
            for place, worker in enumerate(workers):
                if worker.poll() is not None:
                    workers[place] = start(home, place)
            if server_kills < 2 and left is not None and left < JOBS * (0.7, 0.35)[server_kills]:
                server_kills += 1
                pid = home.server_pid()
                if pid is not None:
                    os.kill(pid, signal.SIGKILL)
                    kills["the server"] += 1
    finally:
        for worker in workers:
            worker.kill()
            worker.wait()
    kills.update(read_points(home))
    sys.stderr.write(f"\nseed {SEED}: killed {dict(kills)}\n")
    assert kills["the server"] == 2
    assert all(kills[point] for point in POINTS), kills
    with home.installation.as_superuser() as behind:
        for organization in organizations:
            rows = behind.execute(
                "select j.status, count(c.id) as effects, count(distinct j.id) as jobs"
                " from public.jobs j left join public.clients c"
                " on c.org_id = j.org_id and c.name = 'effect of ' || j.id"
                " where j.org_id = %s and j.job_type = 'test.effect' group by j.id, j.status",
                [organization.id],
            ).fetchall()
            assert Counter(rows) == {("done", 1, 1): JOBS // 4}
        strangers = behind.execute(
            "select count(*) from public.clients c where c.name like 'effect of %'"
            " and not exists (select from public.jobs j where j.org_id = c.org_id"
            "                  and c.name = 'effect of ' || j.id)"
        ).fetchone()
    assert strangers == (0,)


def read_points(home: Home) -> Counter[str]:
    """Points at which workers ended: each writes a line before it does."""
    found: Counter[str] = Counter()
    for path in home.path.parent.glob("storm-*"):
        found.update(path.read_text().splitlines())
    return found
