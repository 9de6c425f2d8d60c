"""Sizes of the measures of one run."""

from __future__ import annotations

from dataclasses import dataclass

OURS = "sealedbid"
PEERS = ("procrastinate", "pgqueuer", "awa")
CONCURRENCY = 20
"""Jobs at the same time, in every worker of every system."""
BATCH = 20
"""Jobs of one claim."""
CHUNK = 1000
"""Jobs of one transaction of a bulk enqueue."""
ORGS = 20
"""Organizations of the drained jobs."""
PER_SECOND = 50
"""Jobs of the idle latency."""
SLEEP = 0.05
"""Seconds that a body sleeps in the measure of two workers."""
SLEEPERS = 8
"""Jobs at the same time in each worker of that measure, where sleeping has to take the time."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A backlog of jobs of many organizations, evenly or nearly all of one."""

    jobs: int
    orgs: int = 100
    is_skewed: bool = False

    def __str__(self) -> str:
        if self.is_skewed:
            return f"{self.jobs:,}, all but {SMALL:,} of one of {self.orgs:,}"
        return f"{self.jobs:,} of {self.orgs:,}"


SMALL_EACH = 10
"""Jobs of each small organization in a skewed backlog."""
SMALL = SMALL_EACH * 99


@dataclass(frozen=True, slots=True)
class Sizes:
    """Number of jobs of each measure, and of rounds."""

    rounds: int
    enqueued: int
    real: int
    empty: int
    waited: int
    """Jobs of the idle latency."""
    slept: int
    layouts: tuple[Layout, ...]
    claimed: int
    """Jobs claimed from each backlog; at most half of it."""


FULL = Sizes(
    rounds=3,
    enqueued=20_000,
    real=5_000,
    empty=10_000,
    waited=300,
    slept=2_000,
    layouts=(
        Layout(20_000),
        Layout(20_000, is_skewed=True),
        Layout(200_000),
        Layout(200_000, is_skewed=True),
        Layout(200_000, orgs=2_000),
    ),
    claimed=40_000,
)
QUICK = Sizes(
    rounds=1,
    enqueued=2_000,
    real=250,
    empty=250,
    waited=25,
    slept=100,
    layouts=(Layout(20_000), Layout(20_000, is_skewed=True)),
    claimed=4_000,
)
