"""The battery: batches of attempts on one database, and its health after each."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from tests.fixtures.server import Installation
from tests.poison.columns import Columns
from tests.poison.databases import Databases
from tests.poison.functions import LOGINS, Functions, functions_of
from tests.poison.halving import culprit
from tests.poison.health import Health, Unhealthy
from tests.poison.stock import Stock
from tests.poison.writers import Attempt, Writing

log = logging.getLogger(__name__)
Item = TypeVar("Item")
Part = Callable[[Writing], list[Attempt]]


def untouched(_: Installation) -> None:
    """Leave a clone as it is."""


@dataclass(slots=True)
class Battery:
    """Attempts on clones of a stocked database."""

    databases: Databases
    template: str
    stock: Stock
    prepare: Callable[[Installation], None] = untouched
    """Prepares a clone before the first write: a test of the battery itself breaks it."""
    accepted: list[Attempt] = field(default_factory=list)

    def run(self, batches: Iterable[Iterable[Part]]) -> None:
        """Write batch after batch into one clone; raise Culprit after the first that is red."""
        with self.databases.cloned(self.template) as installation:
            self.prepare(installation)
            with Writing(installation) as writing:
                for number, parts in enumerate(batches):
                    self._batch(writing, number, parts)
                self._look(installation, "backup and restore")
                assert not writing.broken, "\n".join(writing.broken)
                log.info("refused: %s", dict(sorted(writing.refused.items())))

    def _batch(self, writing: Writing, number: int, parts: Iterable[Part]) -> None:
        start = time.monotonic()
        before = len(self.accepted)
        for part in parts:
            self.accepted += part(writing)
        wrote = time.monotonic()
        self._look(
            writing.installation,
            "maintenance",
            "a worker, a job and a schedule of B",
            "commands",
        )
        log.info(
            "batch %s: %s accepted in %.1f s, looked at in %.1f s",
            number,
            len(self.accepted) - before,
            wrote - start,
            time.monotonic() - wrote,
        )

    def _look(self, installation: Installation, *parts: str) -> None:
        try:
            Health(installation, self.stock, self.databases).check(*parts)
        except Unhealthy as found:
            raise culprit(
                self.databases, self.template, self.stock, self.accepted, found, self.prepare
            ) from found


def on_columns(stock: Stock, size: int, only: str | None = None) -> Iterator[list[Part]]:
    """Batches of ``size`` tables; with ``only`` a single table."""
    columns = Columns(stock)
    tables = [t for t in columns.tables() if only is None or t.name == only]
    for group in _groups(tables, size):
        yield [partial(columns.write, table=table) for table in group]


def on_functions(
    installation: Installation, stock: Stock, size: int, only: str | None = None
) -> Iterator[list[Part]]:
    """Batches of ``size`` functions; with ``only`` those that write this table."""
    with installation.as_superuser() as behind:
        functions: Functions = functions_of(behind, stock)
    found = {f.signature: f for login in LOGINS for f in functions.callable[login]}
    chosen = [f for f in found.values() if only is None or only in f.body]
    for group in _groups(chosen, size):
        yield [partial(functions.write, function=function) for function in group]


def _groups(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    return (items[start : start + size] for start in range(0, len(items), size))
