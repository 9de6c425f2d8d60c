"""The worker's control connection, which bodies can neither use nor see."""

from __future__ import annotations

import asyncio
import os
import socket
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sealedbid.platform.postgres import Queries
from sealedbid.platform.postgres.calls import Calls
from sealedbid.platform.postgres.errors import CredentialRefusedError
from sealedbid.platform.postgres.faults import named
from sealedbid.platform.postgres.pool import Pool
from sealedbid.worker.faults import step_over
from sealedbid.worker.lanes import BEGINNING, Lanes, Taken, Turn

_STATEMENTS = Queries(__package__, "queue")
LANES = 1000
"""Organizations that one look for lanes returns at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A job that this worker holds until its deadline, or until its heartbeats stop."""

    org_id: UUID
    job_id: UUID
    job_type: str
    attempt: int
    lease_token: UUID
    priority: int
    deadline_at: datetime
    weight: int
    is_isolated: bool
    """True if the body runs in a process of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueSchedule:
    """A due schedule, without its payload. ``as_of`` is the server's clock."""

    org_id: UUID
    schedule_id: UUID
    cron: str
    timezone: str
    due_at: datetime
    as_of: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """Counts of one maintenance round; None means that the part was held up this time.

    ``aside`` counts rows that maintenance could not handle and leaves out for now.
    """

    ended: int | None
    promoted: int | None
    rescued: int | None
    removed: int | None
    purged: int | None
    chained: int | None
    aside: int


class Dispatcher:
    """Claims, fails and releases jobs on a pool of sb_dispatch; ``lease`` is in seconds."""

    def __init__(
        self,
        pool: Pool,
        *,
        lease: float,
        deadlines: Mapping[str, float],
        queues: Sequence[str] | None = None,
        kept_days: int = 30,
    ) -> None:
        """``deadlines`` is in seconds by type of job; ``queues`` names first words of types.

        None for ``queues`` means all. Finished jobs are kept for ``kept_days``.
        """
        self._calls = Calls(pool)
        self.lease = lease
        self._deadlines = dict(deadlines)
        self._queues = list(queues) if queues else None
        self._kept_days = kept_days
        self._lanes = Lanes()
        self._claiming = asyncio.Lock()
        self._is_drained = False
        self._is_idle = False
        self.worker_id: UUID | None = None

    async def register(self) -> UUID:
        """Register this process as a worker and return the worker's id."""
        worker: UUID = await self._value(
            "register", host=socket.gethostname(), pid=os.getpid(), seconds=self.lease
        )
        self.worker_id, self._is_idle = worker, False
        return worker

    async def leave(self) -> None:
        """Unregister this worker; jobs that it still holds are released immediately."""
        await self._value("leave", worker=self.worker_id)

    async def wait(self, *, idle: bool) -> bool:
        """Tell the database whether to notify this worker. Returns False if nothing changed."""
        if idle == self._is_idle:
            return False
        await self._value("wait", worker=self.worker_id, idle=idle)
        self._is_idle = idle
        return True

    async def claim(self, limit: int) -> list[Claim]:
        """Claim at most ``limit`` ready jobs, in turns between the organizations."""
        async with self._claiming:
            now = time.monotonic()
            if self._is_drained:
                # The last claim left nothing: claim whatever has come since, of any organization.
                claims = await self._claim_any(limit)
                if claims or not self._lanes.is_old(now):
                    self._is_drained = len(claims) < limit
                    return claims
                # The new job may be behind a thousand organizations without claimable work.
            if self._lanes.is_stale(now):
                found = await self._value("lanes", after=self._lanes.last, limit=LANES)
                self._lanes.know(found, now)
            claims = []
            # A turn that returns fewer jobs than it has room for shows which lanes are empty.
            while len(claims) < limit and self._lanes.queue:
                room = limit - len(claims)
                turn = self._lanes.turn(room)
                try:
                    got = await self._claim_turn(room, turn)
                except Exception:
                    if not claims:
                        raise
                    return claims  # these are claimed; the error shows again with the next claim
                taken = [_taken(claim) for claim in got]
                self._lanes.served(turn, taken, room)
                claims += got
            self._is_drained = len(claims) < limit
        return claims

    async def _claim_any(self, limit: int) -> list[Claim]:
        """Claim from all lanes. Returns none if a row fails: lanes are then tried singly."""
        try:
            return await self._claim(limit, None)
        except Exception as error:
            step_over("claims", error)
            self._lanes.forget()
            return []

    async def _claim_turn(self, limit: int, turn: Turn) -> list[Claim]:
        """Claim from these lanes; set aside a lane whose row cannot be claimed and go on."""
        try:
            return await self._claim(limit, turn)
        except Exception as error:
            step_over("claims", error)
        claims: list[Claim] = []
        for org, had, floor in zip(turn.orgs, turn.had, turn.floors, strict=True):
            try:
                claims += await self._claim(limit - len(claims), Turn([org], [had], [floor]))
            except Exception as error:
                step_over("claims", error, org_id=str(org))
                await self.put_aside("claim", org, None, named(error))
            if len(claims) == limit:
                break
        return claims

    async def _claim(self, limit: int, turn: Turn | None) -> list[Claim]:
        """Claim from these lanes; None means all lanes, from their beginning."""
        params: dict[str, Any] = {
            "worker": self.worker_id,
            "limit": limit,
            "queues": self._queues,
            "deadlines": self._deadlines,
            **dict.fromkeys(("orgs", "had", "priorities", "after")),
        }
        if turn is not None:
            least = turn.had[0]  # the turn's lanes are sorted by this
            params |= {
                "orgs": _array(turn.orgs),
                "had": _array([had - least for had in turn.had]),
                "priorities": _array([priority for priority, _ in turn.floors]),
                "after": _array([job_id for _, job_id in turn.floors]),
            }
        try:
            return await self._calls.all(_STATEMENTS["claim"], Claim, **params)
        except CredentialRefusedError:
            # The database was restored to before this worker registered, or took it for dead
            # for a day.
            await self.register()
            return []

    async def fail(
        self,
        claim: Claim,
        error: dict[str, Any],
        *,
        retry_seconds: float | None,
        tokens: int = 0,
    ) -> str | None:
        """Fail the attempt; retry it after ``retry_seconds``, or never if None.

        Returns the job's new state, or None if the lease was lost.
        """
        state: str | None = await self._value(
            "fail", claim, error=error, retry_seconds=retry_seconds, tokens=tokens
        )
        return state

    async def crashed(self, claim: Claim, error: dict[str, Any], *, tokens: int = 0) -> str | None:
        """Report that the body ended its process, in which it ran alone.

        Returns the job's new state, or None if the lease was lost.
        """
        state: str | None = await self._value("crashed", claim, error=error, tokens=tokens)
        return state

    async def cancelled(self, claim: Claim, *, tokens: int = 0) -> bool:
        """Report that a cancelled body has ended. Returns False if the lease was lost."""
        return bool(await self._value("cancelled", claim, tokens=tokens))

    async def release(self, claim: Claim, *, tokens: int = 0) -> bool:
        """Release the job without counting an attempt. Returns False if the lease was lost."""
        return bool(await self._value("release", claim, tokens=tokens))

    async def tick(self) -> Round | None:
        """Run one maintenance round. Returns None if another worker runs one now."""
        return await self._calls.one(_STATEMENTS["tick"], Round, days=self._kept_days)

    async def put_aside(self, task: str, org_id: UUID, row_id: UUID | None, reason: str) -> None:
        """Set a row aside for one maintenance task and for a while, visible to the operator."""
        await self._value("put_aside", task=task, org=org_id, row=row_id, reason=reason)

    async def due_schedules(self, limit: int) -> list[DueSchedule]:
        """Read at most ``limit`` due schedules, in turns between the organizations."""
        return await self._calls.all(_STATEMENTS["due_schedules"], DueSchedule, limit=limit)

    async def fire_schedule(self, due: DueSchedule, next_run_at: datetime | None) -> str | None:
        """Fire a due schedule once; without a ``next_run_at`` it is switched off.

        Returns the outcome (fired, still running, missed, off), or None if another worker fired it.
        """
        outcome: str | None = await self._value(
            "fire_schedule",
            org=due.org_id,
            schedule=due.schedule_id,
            due=due.due_at,
            next=next_run_at,
        )
        return outcome

    async def _value(self, statement: str, claim: Claim | None = None, **params: Any) -> Any:
        if claim is not None:
            params |= {"org": claim.org_id, "job": claim.job_id, "lease": claim.lease_token}
        return await self._calls.value(_STATEMENTS[statement], **params)


def _taken(claim: Claim) -> Taken:
    """Position of a claimed job in its lane; a suspect comes first and moves no floor."""
    floor = BEGINNING if claim.is_isolated else (claim.priority, claim.job_id)
    return claim.org_id, *floor, claim.weight


def _array(values: Sequence[object]) -> str:
    """Format an array of values that need no quotes; the driver's own takes much longer."""
    return f"{{{','.join(map(str, values))}}}"
