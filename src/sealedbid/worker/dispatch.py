"""The worker's control connection: what a body can neither do nor see."""

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
"""Organisations that are looked for at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A job that is ours until its deadline, or until this worker falls silent."""

    org_id: UUID
    job_id: UUID
    job_type: str
    attempt: int
    lease_token: UUID
    priority: int
    deadline_at: datetime
    weight: int
    is_isolated: bool
    """True if it runs in a process of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueSchedule:
    """A schedule whose time has come: when and whose, not what. ``as_of``: the server's clock."""

    org_id: UUID
    schedule_id: UUID
    cron: str
    timezone: str
    due_at: datetime
    as_of: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """How much one round of maintenance did of each; None: the part was held up this time.

    ``aside``: rows that it could not handle and leaves out for now.
    """

    ended: int | None
    promoted: int | None
    rescued: int | None
    removed: int | None
    purged: int | None
    chained: int | None
    aside: int


class Dispatcher:
    """Claims and gives back, on a pool of sb_dispatch; ``lease`` in seconds."""

    def __init__(
        self,
        pool: Pool,
        *,
        lease: float,
        deadlines: Mapping[str, float],
        queues: Sequence[str] | None = None,
        kept_days: int = 30,
    ) -> None:
        """``deadlines``: seconds, by type of job. ``queues``: first words of types; None: all.

        Jobs that are over are kept for ``kept_days``.
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
        """Become a worker; the id of it."""
        worker: UUID = await self._value(
            "register", host=socket.gethostname(), pid=os.getpid(), seconds=self.lease
        )
        self.worker_id, self._is_idle = worker, False
        return worker

    async def leave(self) -> None:
        """Be none any more: what is still held is rescued at once."""
        await self._value("leave", worker=self.worker_id)

    async def wait(self, *, idle: bool) -> bool:
        """Say whether this worker wants to be woken; False: that is known."""
        if idle == self._is_idle:
            return False
        await self._value("wait", worker=self.worker_id, idle=idle)
        self._is_idle = idle
        return True

    async def claim(self, limit: int) -> list[Claim]:
        """Up to so many ready jobs, in turns between the organisations."""
        async with self._claiming:
            now = time.monotonic()
            if self._is_drained:
                # There was nothing: what has come since is asked for at once, whosever it is.
                claims = await self._claim_any(limit)
                if claims or not self._lanes.is_old(now):
                    self._is_drained = len(claims) < limit
                    return claims
                # It may stand behind a thousand organisations whose work is not to be had.
            if self._lanes.is_stale(now):
                found = await self._value("lanes", after=self._lanes.last, limit=LANES)
                self._lanes.know(found, now)
            claims = []
            # A turn that gives less than there is room for has told which lanes are empty.
            while len(claims) < limit and self._lanes.queue:
                room = limit - len(claims)
                turn = self._lanes.turn(room)
                try:
                    got = await self._claim_turn(room, turn)
                except Exception:
                    if not claims:
                        raise
                    return claims  # they are ours; what is wrong shows again with the next claim
                taken = [_taken(claim) for claim in got]
                self._lanes.served(turn, taken, room)
                claims += got
            self._is_drained = len(claims) < limit
        return claims

    async def _claim_any(self, limit: int) -> list[Claim]:
        """Of all lanes; none, if a row of one cannot be claimed: lane by lane shows whose."""
        try:
            return await self._claim(limit, None)
        except Exception as error:
            step_over("claims", error)
            self._lanes.forget()
            return []

    async def _claim_turn(self, limit: int, turn: Turn) -> list[Claim]:
        """Of these lanes; one whose row cannot be claimed is put aside, and the others go on."""
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
        """Of these lanes; None: of all there are, from the first on."""
        params: dict[str, Any] = {
            "worker": self.worker_id,
            "limit": limit,
            "queues": self._queues,
            "deadlines": self._deadlines,
            **dict.fromkeys(("orgs", "had", "priorities", "after")),
        }
        if turn is not None:
            least = turn.had[0]  # they come in this order
            params |= {
                "orgs": _array(turn.orgs),
                "had": _array([had - least for had in turn.had]),
                "priorities": _array([priority for priority, _ in turn.floors]),
                "after": _array([job_id for _, job_id in turn.floors]),
            }
        try:
            return await self._calls.all(_STATEMENTS["claim"], Claim, **params)
        except CredentialRefusedError:
            # The database was brought back from before we came, or thought us dead for a day.
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
        """Give the lease back: to be tried again after so long, or (None) dead.

        The job's state now, or None when the lease was lost.
        """
        state: str | None = await self._value(
            "fail", claim, error=error, retry_seconds=retry_seconds, tokens=tokens
        )
        return state

    async def crashed(self, claim: Claim, error: dict[str, Any], *, tokens: int = 0) -> str | None:
        """Say that the body ended its process, in which it was alone.

        The job's state now, or None when the lease was lost.
        """
        state: str | None = await self._value("crashed", claim, error=error, tokens=tokens)
        return state

    async def cancelled(self, claim: Claim, *, tokens: int = 0) -> bool:
        """Say that the body has ended, because somebody cancelled it; False: the lease was lost."""
        return bool(await self._value("cancelled", claim, tokens=tokens))

    async def release(self, claim: Claim, *, tokens: int = 0) -> bool:
        """Give the lease back without spending an attempt; False: it was lost."""
        return bool(await self._value("release", claim, tokens=tokens))

    async def tick(self) -> Round | None:
        """Do what is due now and then; None: another does."""
        return await self._calls.one(_STATEMENTS["tick"], Round, days=self._kept_days)

    async def put_aside(self, task: str, org_id: UUID, row_id: UUID | None, reason: str) -> None:
        """Have a part of the maintenance leave a row out for a while, and the operator see it."""
        await self._value("put_aside", task=task, org=org_id, row=row_id, reason=reason)

    async def due_schedules(self, limit: int) -> list[DueSchedule]:
        """Up to so many schedules whose time has come, in turns between the organisations."""
        return await self._calls.all(_STATEMENTS["due_schedules"], DueSchedule, limit=limit)

    async def fire_schedule(self, due: DueSchedule, next_run_at: datetime | None) -> str | None:
        """Use the time that is due, once; no next time: the schedule is switched off.

        What came of it (fired, still running, missed, off), or None: another worker has used it.
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
    """What its lane is told; suspects come first, and do not say how far the others are."""
    floor = BEGINNING if claim.is_isolated else (claim.priority, claim.job_id)
    return claim.org_id, *floor, claim.weight


def _array(values: Sequence[object]) -> str:
    """An array of what needs no quotes, as text: the driver's own takes several times as long."""
    return f"{{{','.join(map(str, values))}}}"
