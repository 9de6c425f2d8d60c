"""How much of everything one run measures."""

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
"""Organisations that the drained jobs are of."""
PER_SECOND = 50
"""Jobs of the idle latency."""
SLEEP = 0.05
"""Seconds that a body sleeps in the measure of two workers."""
SLEEPERS = 8
"""Jobs at the same time in each worker of that measure: sleeping has to be what takes the time."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A backlog: so many jobs, of so many organisations, evenly or all but a few of one."""

    jobs: int
    orgs: int = 100
    is_skewed: bool = False

    def __str__(self) -> str:
        if self.is_skewed:
            return f"{self.jobs:,}, all but {SMALL:,} of one of {self.orgs:,}"
        return f"{self.jobs:,} of {self.orgs:,}"


SMALL_EACH = 10
"""Jobs that each small organisation of a skewed backlog has."""
SMALL = SMALL_EACH * 99


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many jobs each measure takes, and how often it is repeated."""

    rounds: int
    enqueued: int
    real: int
    empty: int
    waited: int
    """Jobs of the idle latency."""
    slept: int
    layouts: tuple[Layout, ...]
    claimed: int
    """Jobs that are claimed of each backlog; half of it, where it has less."""


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
