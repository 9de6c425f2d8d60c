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

Taken: TypeAlias = tuple[UUID, int, UUID, int]
"""Organisation, priority and id of a job, and the organisation's weight."""


@dataclass(slots=True)
class Turn:
    """The lanes of one claim: what each has had so far, the priority and id it goes on after."""

    orgs: list[UUID]
    had: list[float]
    priorities: list[int]
    after: list[UUID]


@dataclass(slots=True)
class Lanes:
    """What one worker knows of the lanes. It is a hint: a claim is right without it, and slower.

    Lanes are looked for once in a while. Between claims the worker counts what each has had, in
    jobs divided by its weight, and takes next of those that have had least (Waldspurger and Weihl,
    "Stride Scheduling", MIT/LCS/TM-528, 1995). It remembers how far each was claimed, so that no
    claim steps over what is gone but not yet vacuumed.
    """

    had: dict[UUID, float] = field(default_factory=dict)
    """By organisation that has work, in the order in which they were found."""
    floors: dict[UUID, tuple[int, UUID]] = field(default_factory=dict)
    last: UUID = NOWHERE
    """After whom to look for more."""
    known_at: float = float("-inf")

    def is_stale(self, now: float) -> bool:
        """Whether to look for lanes again; ``now`` in seconds of a monotonic clock."""
        return not self.had or now - self.known_at > FRESH

    def know(self, orgs: Sequence[UUID], now: float) -> None:
        """These have work. Who comes anew has had as much as those who have had least."""
        least = min(self.had.values(), default=0.0)
        self.had = {org: max(self.had.get(org, least), least) for org in orgs}
        self.floors, self.known_at = {}, now
        if orgs:
            self.last = orgs[-1]

    def turn(self, limit: int) -> Turn:
        """The lanes that are next."""
        orgs = heapq.nsmallest(limit, self.had, key=self.had.__getitem__)
        least = min((self.had[org] for org in orgs), default=0.0)
        floors = [self.floors.get(org, (0, NOWHERE)) for org in orgs]
        return Turn(
            orgs,
            [self.had[org] - least for org in orgs],
            [priority for priority, _ in floors],
            [id for _, id in floors],
        )

    def served(self, turn: Turn, claimed: Sequence[Taken], limit: int) -> None:
        """What the turn gave. Who had nothing, though there was room, has no work to be had now."""
        for org, priority, job_id, weight in claimed:
            self.floors[org] = max(self.floors.get(org, (0, NOWHERE)), (priority, job_id))
            self.had[org] += 1 / weight
        if len(claimed) < limit:
            got = {org for org, *_ in claimed}
            for org in turn.orgs:
                if org not in got:
                    del self.had[org]
