"""Attacks by proofs that have ended: nothing of theirs stays open for the next transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sealedbid.isolation.catalog import Table
from sealedbid.isolation.prove.arena import Arena
from sealedbid.isolation.prove.attempt import Attempt
from sealedbid.isolation.prove.outcome import Outcome, worst
from sealedbid.isolation.prove.statements import Statements
from sealedbid.isolation.prove.vectors.contexts import OPEN, payoff, savepoint, value
from sealedbid.isolation.prove.vectors.vector import Vector


def nothing_is_own(attempts: Iterable[Attempt]) -> Iterator[Attempt]:
    """Count even rows of ``a`` as foreign: the ended proof may touch none."""
    for attempt in attempts:
        yield replace(attempt, own=0, params=attempt.params | {"own": 0})


async def come_back(arena: Arena, table: Table) -> Outcome:
    """Attack with a session that ended, one that expired, and one of a removed member."""
    a, ended, outcomes = arena.ground.a, arena.ground.ended, []
    statements = arena.statements(table)
    async with arena.session() as connection:
        for proof in (ended.signed_out, ended.expired, ended.removed):
            async with savepoint(connection):
                await value(connection, OPEN, "session", proof, a.org_id)
        outcomes.append(await arena.attack_on(connection, nothing_is_own(payoff(statements))))
    return worst(outcomes)


async def use_old_lease(arena: Arena, table: Table) -> Outcome:
    """Attack with the lease of a job that was taken from its worker."""
    a, lease = arena.ground.a, arena.ground.ended.rescued
    async with arena.session(worker=True) as connection:
        async with savepoint(connection):
            await value(
                connection, "select seal.open_job(%s, %s, %s)", lease.job_id, lease.token, a.org_id
            )
        return await arena.attack_on(connection, nothing_is_own(payoff(arena.statements(table))))


async def write_as_before(arena: Arena, table: Table) -> Outcome:
    """Attack with a session of a former admin, now a viewer: no write of any kind."""
    a, ended = arena.ground.a, arena.ground.ended
    statements = arena.statements(table)
    async with arena.session() as connection:
        await value(connection, OPEN, "session", ended.demoted, a.org_id)
        return worst(
            [
                await arena.attack_on(connection, nothing_is_own(_writes(statements))),
                await arena.attack_on(connection, statements.reads()),
            ]
        )


def _writes(statements: Statements) -> Iterator[Attempt]:
    yield from statements.blind()
    yield from statements.moves()


VECTORS = (
    Vector(
        "ended", "sessions that were ended or expired, and of people who were removed", come_back
    ),
    Vector("old lease", "the lease of a job that was taken from its worker", use_old_lease),
    Vector("demoted", "writes of a former admin who is a viewer now", write_as_before),
)
