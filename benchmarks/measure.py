"""Times all peers in small batches, one after the other, again and again."""

from __future__ import annotations

import gc
import random
import statistics
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import psycopg
from rich.progress import Progress

from benchmarks.peers import STATEMENTS, TABLES, Peer

# The driver prepares after 5 executions, the server settles on a plan after 5 more.
UNTIL_PREPARED = 12
WARM_UP = 3
WIDTH = 1000  # rows of insert_many
ROUNDS_TO_VACUUM = 5

Batch = Callable[[Peer, int], Awaitable[float]]


def statement_batch(statement: str, undo: str | None = None) -> Batch:
    """Time a named statement inside one transaction that leaves nothing; in seconds each."""

    async def batch(peer: Peer, size: int) -> float:
        text = STATEMENTS[peer.name][statement]
        row = peer.database.client_id
        async with peer.transaction() as tx:
            for _ in range(WARM_UP):
                await tx.run(text, id=row)
            started = time.perf_counter()
            for _ in range(size):
                await tx.run(text, id=row)
            taken = time.perf_counter() - started
            if undo is not None:
                await tx.run(STATEMENTS[peer.name][undo])
        return taken / size

    return batch


async def request_batch(peer: Peer, size: int) -> float:
    """Time whole requests: begin, open, a point read, commit; in seconds each."""
    text = STATEMENTS[peer.name]["point"]
    started = time.perf_counter()
    for _ in range(size):
        async with peer.transaction() as tx:
            await tx.run(text, id=peer.database.client_id)
    return (time.perf_counter() - started) / size


async def opening_batch(peer: Peer, size: int) -> float:
    """Time the opening alone, in a transaction that has begun; in seconds each."""
    taken = 0.0
    for _ in range(size):
        connection = await peer.pool.getconn()
        try:
            await peer.begin(connection)
            started = time.perf_counter()
            await peer.open(connection)
            taken += time.perf_counter() - started
            await connection.commit()
        finally:
            await peer.pool.putconn(connection)
    return taken / size


OPERATIONS: dict[str, tuple[Batch, int]] = {
    "point read": (statement_batch("point"), 200),
    "list of 100": (statement_batch("list"), 40),
    "opening": (opening_batch, 60),
    "whole request": (request_batch, 60),
    "insert": (statement_batch("insert", "undo"), 100),
    f"insert of {WIDTH:,}": (statement_batch("insert_many", "undo"), 3),
}


@dataclass(slots=True)
class Samples:
    """Means of batches, in microseconds."""

    means: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        """The median of the batches."""
        return statistics.median(self.means)

    @property
    def spread(self) -> tuple[float, float]:
        """The 10th and the 90th percentile."""
        tenths = statistics.quantiles(self.means, n=10, method="inclusive")
        return tenths[0], tenths[-1]


Results = dict[tuple[str, str, int], Samples]


async def measure(peers: list[Peer], rounds: int, progress: Progress) -> Results:
    """Measure each operation in turn by all peers, in another order each round."""
    results: Results = {
        (operation, peer.name, peer.database.orgs): Samples()
        for operation in OPERATIONS
        for peer in peers
    }
    task = progress.add_task("Measuring", total=rounds * len(OPERATIONS) * len(peers))
    for operation, (batch, size) in OPERATIONS.items():
        for peer in peers:
            await batch(peer, UNTIL_PREPARED)
        for number in range(rounds):
            if operation.startswith("insert") and number % ROUNDS_TO_VACUUM == 0:
                _vacuum(peers)
            for peer in random.sample(peers, len(peers)):
                gc.disable()
                try:
                    seconds = await batch(peer, size)
                finally:
                    gc.enable()
                key = (operation, peer.name, peer.database.orgs)
                results[key].means.append(seconds * 1e6)
                progress.advance(task)
    return results


def _vacuum(peers: list[Peer]) -> None:
    """Vacuum all tables alike after inserts and deletes."""
    for where in {peer.database.admin for peer in peers}:
        with psycopg.connect(where, autocommit=True) as admin:
            admin.execute(f"vacuum {', '.join(TABLES)}")
