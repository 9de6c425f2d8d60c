"""Attacks on keys, which ignore row-level security: answers must not depend on ``b``'s rows."""

from __future__ import annotations

from sealedbid.isolation.catalog import ORG, Table
from sealedbid.isolation.prove.arena import Arena
from sealedbid.isolation.prove.attempt import ask
from sealedbid.isolation.prove.outcome import Outcome, worst
from sealedbid.isolation.prove.vectors.vector import Vector


async def refer(arena: Arena, table: Table) -> Outcome:
    """Compare a reference to a row of ``b`` with one to nothing: both get the same answer."""
    outcomes = []
    for there, absent in arena.statements(table).references():
        said = []
        for attempt in (there, absent):
            async with arena.transaction("owner") as tx:
                answer = await ask(tx, attempt)
            said.append((answer.sqlstate, answer.constraint, answer.rows))
        if said[0] == said[1]:
            outcomes.append(Outcome("refused", 2))
        else:
            what = f"{said[0]} where the other's row is there, {said[1]} where none is"
            outcomes.append(Outcome("LEAK", 2, there.statement.as_string(), what))
    return worst(outcomes)


async def collide(arena: Arena, table: Table) -> Outcome:
    """Insert a key value that ``b`` has: it must be as free as any other."""
    outcomes = []
    shared = {key.name for key in table.keys if ORG not in key.columns}
    for _, attempt in arena.statements(table).collisions():
        async with arena.transaction("owner") as tx:
            answer = await ask(tx, attempt)
        if answer.constraint in shared:
            what = f"{answer.constraint} tells that the other has it"
            outcomes.append(Outcome("LEAK", 1, attempt.statement.as_string(), what))
        else:
            outcomes.append(Outcome("refused" if answer.sqlstate else "nothing"))
    return worst(outcomes)


VECTORS = (
    Vector("reference", "a reference to the other's row, beside one to nothing", refer),
    Vector("unique key", "own rows with the other's values of each key", collide),
)
