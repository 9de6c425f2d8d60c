"""Finds the culprit among many accepted statements."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

from tests.fixtures.server import Installation
from tests.poison.databases import Databases
from tests.poison.health import Health, Unhealthy
from tests.poison.stock import Stock
from tests.poison.writers import Attempt, Writing

Prepare = Callable[[Installation], None]


class Culprit(AssertionError):
    """A value that stops others, with its place, its writer and the part that stopped."""


def culprit(
    databases: Databases,
    template: str,
    stock: Stock,
    accepted: Sequence[Attempt],
    found: Unhealthy,
    prepare: Prepare,
) -> Culprit:
    """Name the statement after which a fresh clone is as unhealthy; of several, the first.

    If no half of the rest is red by itself, all are poison together: then all are named.
    """

    def is_red(attempts: Sequence[Attempt]) -> bool:
        clone: AbstractContextManager[Installation] = databases.cloned(template)
        with clone as installation:
            prepare(installation)
            with Writing(installation) as writing:
                writing.run(attempts)
            try:
                Health(installation, stock, databases).check(found.part)
            except Unhealthy:
                return True
        return False

    if is_red([]):
        return Culprit(f"{found}\nEven where nothing was written.")
    # The largest first, by themselves: repeating them takes longest.
    left = sorted(accepted, key=lambda attempt: not attempt.is_huge)
    middle = sum(attempt.is_huge for attempt in left)
    while len(left) > 1:
        middle = middle if 0 < middle < len(left) else len(left) // 2
        halves = left[:middle], left[middle:]
        red = next((half for half in halves if is_red(half)), None)
        if red is None:
            break
        left, middle = red, 0
    named = "\n".join(map(str, left[:20]))
    return Culprit(f"{found}\n{len(left)} of {len(accepted)} accepted statements do it:\n{named}")
