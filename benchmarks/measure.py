"""Timing: all peers in small batches, one after the other, again and again."""

from __future__ import annotations

import gc
import random
import statistics
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from rich.progress import Progress

from benchmarks.peers import TABLES, Peer
from sealedbid.platform.postgres import Transaction

WARM_UP = 8  # executions until the driver has prepared a statement
WIDTH = 1000  # rows of the large insert

POINT = "select id, name, email, status, notes from {t} where org_id = %(org_id)s and id = %(id)s"
LIST = (
    "select id, name, email, status, notes from {t} where org_id = %(org_id)s"
    " order by name limit 100"
)
INSERT = "insert into {t} (org_id, name) values (%(org_id)s, gen_random_uuid()::text)"
INSERT_MANY = (
    "insert into {t} (org_id, name)"
    f" select %(org_id)s, gen_random_uuid()::text from generate_series(1, {WIDTH})"
)

Batch = Callable[[Peer, int], Awaitable[float]]


def statement_batch(statement: str) -> Batch:
    """So many executions inside one transaction that is rolled back; seconds each."""

    async def batch(peer: Peer, size: int) -> float:
        text = statement.format(t=TABLES[peer.name])
        async with peer.transaction(keep=False) as tx:
            await repeat(tx, text, peer, min(WARM_UP, size))
            started = time.perf_counter()
            await repeat(tx, text, peer, size)
            return (time.perf_counter() - started) / size

    return batch


async def repeat(tx: Transaction, text: str, peer: Peer, times: int) -> None:
    """Run a statement so many times."""
    for _ in range(times):
        await tx.run(text, id=peer.database.client_id)


async def request_batch(peer: Peer, size: int) -> float:
    """Whole requests: begin, open, a point read, commit; seconds each."""
    text = POINT.format(t=TABLES[peer.name])
    started = time.perf_counter()
    for _ in range(size):
        async with peer.transaction() as tx:
            await tx.run(text, id=peer.database.client_id)
    return (time.perf_counter() - started) / size


async def opening_batch(peer: Peer, size: int) -> float:
    """The opening alone, in a transaction that has begun; seconds each."""
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


# Reading before writing: what is rolled back stays in the tables until they are vacuumed.
OPERATIONS: dict[str, tuple[Batch, int]] = {
    "point read": (statement_batch(POINT), 200),
    "list of 100": (statement_batch(LIST), 40),
    "opening": (opening_batch, 60),
    "whole request": (request_batch, 60),
    "insert": (statement_batch(INSERT), 100),
    f"insert of {WIDTH:,}": (statement_batch(INSERT_MANY), 3),
}


@dataclass(slots=True)
class Samples:
    """Means of batches, in microseconds."""

    means: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        """The middle of the batches."""
        return statistics.median(self.means)

    @property
    def spread(self) -> tuple[float, float]:
        """The tenth and the ninetieth of a hundred."""
        tenths = statistics.quantiles(self.means, n=10)
        return tenths[0], tenths[-1]


Results = dict[tuple[str, str, int], Samples]


async def measure(peers: list[Peer], rounds: int, progress: Progress) -> Results:
    """Each operation in turn by all peers, in another order each round."""
    results: Results = {
        (operation, peer.name, peer.database.orgs): Samples()
        for operation in OPERATIONS
        for peer in peers
    }
    task = progress.add_task("Measuring", total=rounds * len(OPERATIONS) * len(peers))
    for operation, (batch, size) in OPERATIONS.items():
        for _ in range(rounds):
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
