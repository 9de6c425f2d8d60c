"""Two organizations, their jobs that end in every way, and workers to run them."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from psycopg.types.json import Jsonb

from sealedbid.platform.postgres import Gateway
from sealedbid.worker import heart
from sealedbid.worker.run import run_worker
from tests.fixtures.people import Organization, People, World
from tests.fixtures.server import Installation
from tests.worker.bodies import BODIES

LEASE = 30.0
"""Seconds: no busy machine takes a worker for dead. The queue's clock is put forward instead."""
BEATS = 90
"""Heartbeats in that time: a body is told to end as soon as with a lease of a second."""


@dataclass(frozen=True, slots=True)
class Yard:
    """A database with two organizations, whose jobs are the test's own."""

    installation: Installation
    gateway: Gateway
    people: People
    world: World

    async def ask(
        self, job_type: str, payload: Any = None, *, by: Organization | None = None, **columns: Any
    ) -> UUID:
        """Enqueue a job of a member; returns its id."""
        organization = by or self.world.a
        proof, org_id = organization.member.proof, organization.id
        names = "".join(f", {name}" for name in columns)
        values = "".join(f", %({name})s" for name in columns)
        async with self.gateway.sealed("session", proof, org_id) as tx:
            asked: UUID = await tx.value(
                f"insert into public.jobs (org_id, job_type, payload{names})"
                f" values (%(org_id)s, %(type)s, %(payload)s{values}) returning id",
                type=job_type,
                payload=Jsonb({} if payload is None else payload),
                **columns,
            )
        return asked

    async def work(self) -> None:
        """Run workers until nothing is ready."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(heart, "BEATS", BEATS)
            await run_worker(
                self.installation.settings, until_idle=True, handlers=BODIES, lease=LEASE, poll=0.05
            )

    def job(self, job_id: UUID) -> dict[str, Any]:
        """All columns of the job, as a superuser."""
        with self.installation.as_superuser() as behind:
            row = behind.execute(
                "select to_jsonb(j) from public.jobs j where j.id = %s", [job_id]
            ).fetchone()
        assert row is not None
        found: dict[str, Any] = row[0]
        return found

    def end_of(self, job_id: UUID) -> tuple[str, str | None]:
        """The job's status and reason."""
        job = self.job(job_id)
        return job["status"], (job["error"] or {}).get("reason")

    def crashes_of(self, job_id: UUID) -> tuple[str, int, int]:
        """The job's status, the number of its crashes alone, and its suspicion."""
        job = self.job(job_id)
        return job["status"], job["crash_count"], job["suspicion"]

    def rescue(self) -> None:
        """Rescue the jobs of dead workers, as if their leases were over."""
        for (pid,) in self.behind("select pid from queue.workers"):
            if not Path(f"/proc/{pid}").exists():
                self.behind(
                    "update queue.workers set beat_at = queue.now() - 2 * ttl where pid = %s", pid
                )
        self.behind("select queue.rescue()")

    async def until(self, job_id: UUID, *statuses: str, within: float = 60) -> None:
        """Wait for one of these statuses; fails only if none comes in time."""
        end = time.monotonic() + within
        while self.job(job_id)["status"] not in statuses:
            assert time.monotonic() < end, self.job(job_id)
            await asyncio.sleep(0.05)

    def behind(self, statement: Any, *params: Any) -> list[Any]:
        with self.installation.as_superuser() as behind:
            cursor = behind.execute(statement, params)
            return cursor.fetchall() if cursor.description else []

    @contextmanager
    def process(
        self, *options: str, lease: float = LEASE, log: Path = Path(os.devnull), **variables: str
    ) -> Iterator[subprocess.Popen[str]]:
        """A worker in a process of its own, with options of the command; it ends with the block."""
        settings = self.installation.settings
        with log.open("a") as stderr:
            process = subprocess.Popen(
                [sys.executable, "-m", "tests.worker.bodies", "--lease", str(lease), *options],
                env={
                    "PATH": os.environ["PATH"],
                    "SEALEDBID_HOME": str(settings.home),
                    "SEALEDBID_DATABASE_ADDRESS": str(settings.database_address),
                    "TEST_BEATS": str(max(3, round(BEATS * lease / LEASE))),
                }
                | variables,
                stdout=subprocess.PIPE,
                stderr=stderr,
                text=True,
            )
        try:
            yield process
        finally:
            process.kill()
            process.wait()
            assert process.stdout is not None
            process.stdout.close()
