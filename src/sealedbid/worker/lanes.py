"""Whose turn it is: the organisations that have work, and where each one's work goes on."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias
from uuid import UUID

NOWHERE: Final = UUID(int=0)
FRESH: Final = 1.0
"""Seconds for which what is known of the lanes is believed."""

Floor: TypeAlias = tuple[int, UUID]
"""Priority and id of the last job that was claimed of a lane."""
BEGINNING: Final[Floor] = (0, NOWHERE)

Taken: TypeAlias = tuple[UUID, int, UUID, int]
"""Organisation, priority and id of a job, and the organisation's weight."""


@dataclass(slots=True)
class Turn:
    """The lanes of one claim: what each has had so far, the priority and id it goes on after."""

    orgs: list[UUID]
    had: list[float]
    floors: list[Floor]


@dataclass(slots=True)
class Lanes:
    """What one worker knows of the lanes. It is a hint: a claim is right without it, and slower.

    Lanes are looked for once in a while. Between claims the worker counts what each has had, in
    jobs divided by its weight, and takes next of those that have had least (Waldspurger and Weihl,
    "Stride Scheduling", MIT/LCS/TM-528, 1995). It remembers how far each was claimed, so that no
    claim steps over what is gone but not yet vacuumed.
    """

    queue: list[tuple[float, int, UUID]] = field(default_factory=list)
    """A heap of the lanes that have work: what each has had, a number that breaks ties, whose."""
    floors: dict[UUID, Floor] = field(default_factory=dict)
    last: UUID = NOWHERE
    """After whom to look for more."""
    known_at: float = float("-inf")
    _count: int = 0

    def is_stale(self, now: float) -> bool:
        """Whether to look for lanes again; ``now`` in seconds of a monotonic clock."""
        return not self.queue or self.is_old(now)

    def is_old(self, now: float) -> bool:
        """Whether it is long that lanes were looked for."""
        return now - self.known_at > FRESH

    def know(self, orgs: Sequence[UUID], now: float) -> None:
        """These have work. Who comes anew has had as much as those who have had least."""
        had = {org: served for served, _, org in self.queue}
        least = min(had.values(), default=0.0)
        self.queue = []
        for org in orgs:
            self._wait(org, had.get(org, least))
        self.floors, self.known_at = {}, now
        if orgs:
            self.last = orgs[-1]

    def forget(self) -> None:
        """Look for the lanes anew before the next claim."""
        self.queue, self.known_at = [], float("-inf")

    def turn(self, limit: int) -> Turn:
        """The lanes that are next; they wait again when it is said what they were served."""
        taken = [heapq.heappop(self.queue) for _ in range(min(limit, len(self.queue)))]
        orgs = [org for _, _, org in taken]
        floors = [self.floors.get(org, BEGINNING) for org in orgs]
        return Turn(orgs, [had for had, _, _ in taken], floors)

    def served(self, turn: Turn, claimed: Sequence[Taken], limit: int) -> None:
        """What the turn gave. Who had nothing, though there was room, has no work to be had now."""
        got: dict[UUID, float] = {}
        for org, priority, job_id, weight in claimed:
            self.floors[org] = max(self.floors.get(org, BEGINNING), (priority, job_id))
            got[org] = got.get(org, 0.0) + 1 / weight
        for org, had in zip(turn.orgs, turn.had, strict=True):
            if org in got or len(claimed) == limit:
                self._wait(org, had + got.get(org, 0.0))

    def _wait(self, org: UUID, had: float) -> None:
        self._count += 1
        heapq.heappush(self.queue, (had, self._count, org))
