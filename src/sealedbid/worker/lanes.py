"""Lanes: the organizations that have work, their turns, and the floor of each."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias
from uuid import UUID

NOWHERE: Final = UUID(int=0)
FRESH: Final = 1.0
"""Seconds for which the lane list is believed."""

Floor: TypeAlias = tuple[int, UUID]
"""Priority and id of the last job claimed from a lane."""
BEGINNING: Final[Floor] = (0, NOWHERE)

Taken: TypeAlias = tuple[UUID, int, UUID, int]
"""Organization, priority and id of a job, and the organization's weight."""


@dataclass(slots=True)
class Turn:
    """The lanes of one claim: jobs served so far (by weight) and the floor of each."""

    orgs: list[UUID]
    had: list[float]
    floors: list[Floor]


@dataclass(slots=True)
class Lanes:
    """One worker's lane list. It is a hint: a claim without it is right too, only slower.

    The worker looks for lanes once in a while. Between claims it counts the jobs that each lane was
    served, divided by the lane's weight, and takes the least served lanes next (Waldspurger and
    Weihl, "Stride Scheduling", MIT/LCS/TM-528, 1995). It remembers each lane's floor, so that no
    claim steps over rows that are gone but not yet vacuumed.
    """

    queue: list[tuple[float, int, UUID]] = field(default_factory=list)
    """A heap of the lanes with work: served so far, a number that breaks ties, the organization."""
    floors: dict[UUID, Floor] = field(default_factory=dict)
    last: UUID = NOWHERE
    """The organization after which the next look for lanes begins."""
    known_at: float = float("-inf")
    _count: int = 0

    def is_stale(self, now: float) -> bool:
        """True if lanes have to be looked for again; ``now`` is monotonic, in seconds."""
        return not self.queue or self.is_old(now)

    def is_old(self, now: float) -> bool:
        """True if the lane list is older than FRESH."""
        return now - self.known_at > FRESH

    def know(self, orgs: Sequence[UUID], now: float) -> None:
        """Replace the lane list; a new lane starts as served as the least served one."""
        had = {org: served for served, _, org in self.queue}
        least = min(had.values(), default=0.0)
        self.queue = []
        for org in orgs:
            self._wait(org, had.get(org, least))
        self.floors, self.known_at = {}, now
        if orgs:
            self.last = orgs[-1]

    def forget(self) -> None:
        """Drop the lane list, so that the next claim looks for lanes."""
        self.queue, self.known_at = [], float("-inf")

    def turn(self, limit: int) -> Turn:
        """Take the next lanes out of the heap; ``served`` puts them back."""
        taken = [heapq.heappop(self.queue) for _ in range(min(limit, len(self.queue)))]
        orgs = [org for _, _, org in taken]
        floors = [self.floors.get(org, BEGINNING) for org in orgs]
        return Turn(orgs, [had for had, _, _ in taken], floors)

    def served(self, turn: Turn, claimed: Sequence[Taken], limit: int) -> None:
        """Count what a turn was served.

        A lane that returned no job although the claim had room has no claimable work; it is
        dropped.
        """
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
