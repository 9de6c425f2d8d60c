"""Attacks by statements over rows, as each person of ``a``: a wrong WHERE is enough for each."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from sealedbid.isolation.catalog import Table
from sealedbid.isolation.prove.arena import Arena, Who
from sealedbid.isolation.prove.outcome import Outcome, worst
from sealedbid.isolation.prove.statements import Attempts, Statements
from sealedbid.isolation.prove.vectors.vector import Vector

Making = Callable[[Statements], Attempts]


def _as(*everybody: Who, make: tuple[Making, ...]) -> Callable[[Arena, Table], Awaitable[Outcome]]:
    async def attack(arena: Arena, table: Table) -> Outcome:
        statements = arena.statements(table)
        return worst(
            [
                await arena.attack(who, attempts(statements))
                for who in everybody
                for attempts in make
            ]
        )

    return attack


_READ = (Statements.reads,)
_ALL = (
    Statements.reads,
    Statements.changes,
    Statements.blind,
    Statements.moves,
    Statements.plants,
)

VECTORS = (
    Vector("no context", "reads and writes without a context", _as("nobody", make=_ALL)),
    Vector(
        "read",
        "reads of the other's rows, by scan, organization and key",
        _as("owner", "viewer", make=_READ),
    ),
    Vector(
        "change",
        "updates and deletes of the other's rows, and locks on them",
        _as("owner", make=(Statements.changes,)),
    ),
    Vector(
        "blind write",
        "updates and deletes without WHERE and RETURNING, as those who may write and who may not",
        _as("owner", "viewer", make=(Statements.blind,)),
    ),
    Vector(
        "moved row", "rows given to the other, and taken", _as("owner", make=(Statements.moves,))
    ),
    Vector(
        "planted row", "rows inserted in the other's name", _as("owner", make=(Statements.plants,))
    ),
    Vector(
        "upsert, merge",
        "inserts that meet the other's row, and MERGE",
        _as("owner", make=(Statements.upserts,)),
    ),
    Vector("guest", "all of these as the holder of a link", _as("a guest", make=_ALL)),
    Vector("person", "all of these as a person between organizations", _as("a person", make=_ALL)),
    Vector(
        "job", "all of these in the body of a job, on the worker's login", _as("a job", make=_ALL)
    ),
)
