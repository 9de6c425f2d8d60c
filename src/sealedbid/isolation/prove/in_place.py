"""Attacks that suit the running database itself: no committed row, no lock that waits.

Without proofs, contexts are absent or forged; all other attacks need the copy.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any, Final
from uuid import UUID, uuid4

from psycopg import AsyncConnection, AsyncCursor, Connection

from sealedbid.isolation.audit import audit
from sealedbid.isolation.catalog import Table, read_tables
from sealedbid.isolation.factory import root_of
from sealedbid.isolation.prove.arena import Arena, open_arena
from sealedbid.isolation.prove.ground import Ended, Ground, Lease, Side
from sealedbid.isolation.prove.outcome import Outcome, worst
from sealedbid.isolation.prove.run import Progress, Proof, chosen_tables
from sealedbid.isolation.prove.vectors import SERVER_VECTORS, VECTORS
from sealedbid.isolation.prove.vectors.contexts import payoff, put
from sealedbid.isolation.scratch import fingerprint
from sealedbid.platform.config import Settings
from sealedbid.platform.postgres.connecting import connect
from sealedbid.platform.postgres.queries import Queries

LOCK_TIMEOUT: Final = "20ms"
CATALOG_TIMEOUT: Final = "2s"
"""For definitions, which the server locks tables to print."""

_STATEMENTS = Queries("sealedbid.isolation", "in_place")
_NOT_RUN = Outcome("not run in place", 0)


def prove_in_place(
    conninfos: Mapping[str, str],
    settings: Settings,
    *,
    tables: Sequence[str] | None = None,
    progress: Progress = lambda done, of: None,
) -> Proof:
    """Audit the running database, and read and write it without a context and with forged ones.

    Every transaction is rolled back, waits for no lock longer than ``LOCK_TIMEOUT``, and its
    written rows are counted: none. Raises UnknownTableError.
    """
    began = time.monotonic()
    with connect(conninfos["owner"], name="prove") as owner:
        owner.execute(f"set lock_timeout = '{CATALOG_TIMEOUT}'")
        report = audit(owner)
        ground = _ground(owner, report.schemas)
        digest = fingerprint(owner).digest
    chosen = chosen_tables(ground, tables)
    cells, changed = asyncio.run(_attack(ground, conninfos, settings, chosen, progress))
    return Proof(
        database=report.database,
        fingerprint=digest,
        differences=(),
        audit=report,
        vectors=VECTORS,
        cells=cells,
        server={vector.name: _NOT_RUN for vector in SERVER_VECTORS},
        calls={},
        changed=changed,
        seconds=time.monotonic() - began,
        in_place=True,
    )


def _ground(owner: Connection[Any], schemas: Sequence[str]) -> Ground:
    """The ground without proofs: nobody against an existing organization, whose id is forged."""
    tables = read_tables(owner, schemas)
    row = owner.execute(_STATEMENTS["an_organization"]).fetchone()
    theirs: UUID = row[0] if row is not None else uuid4()
    lease = Lease(uuid4(), uuid4())
    nobody, them = (Side(org_id, "", {}, {}, {}, b"", lease) for org_id in (uuid4(), theirs))
    return Ground(
        tables=tables,
        a=nobody,
        b=them,
        spare={},
        ended=Ended(b"", b"", b"", b"", lease),
        root=root_of(tables),
        persons=frozenset(),
    )


async def _attack(
    ground: Ground,
    conninfos: Mapping[str, str],
    settings: Settings,
    tables: Sequence[Table],
    progress: Progress,
) -> tuple[dict[str, dict[str, Outcome]], tuple[str, ...]]:
    cells, changed = {}, []
    async with open_arena(ground, {}, conninfos, settings, may_hide=False) as arena:
        for done, table in enumerate(tables):
            progress(done, len(tables))
            row = {vector.name: _NOT_RUN for vector in VECTORS}
            for name, contexts in (("no context", [""]), ("forged", _forged(ground))):
                row[name], wrote = await _try(arena, table, contexts)
                if wrote:
                    changed.append(table.name)
            cells[table.name] = row
    progress(1, 1)
    return cells, tuple(dict.fromkeys(changed))


async def _try(arena: Arena, table: Table, contexts: Sequence[str]) -> tuple[Outcome, bool]:
    if table.may("sb_tenant", "SELECT") and table.name != arena.ground.root and not table.has_org:
        return Outcome("does not apply", 0), False  # rows of no organization, or open to all
    outcomes, wrote = [], False
    for worker in (False, True):
        for context in contexts:
            async with _session(arena, worker=worker) as connection:
                if context:
                    await put(connection, context)
                attempts = (
                    attempt
                    for attempt in payoff(arena.statements(table))
                    if not attempt.statement.as_string().startswith("truncate")
                )
                outcomes.append(await arena.attack_on(connection, attempts))
                wrote |= await _wrote(connection, table)
    return worst(outcomes), wrote


async def _wrote(connection: AsyncConnection[Any], table: Table) -> bool:
    cursor = AsyncCursor(connection)
    await cursor.execute(_STATEMENTS["written"], {"table": table.name})
    row = await cursor.fetchone()
    return row is not None and row[0] > 0


@asynccontextmanager
async def _session(arena: Arena, *, worker: bool) -> AsyncIterator[AsyncConnection[Any]]:
    async with arena.session(worker=worker) as connection:
        await AsyncCursor(connection).execute(f"set local lock_timeout = '{LOCK_TIMEOUT}'")
        yield connection


def _forged(ground: Ground) -> list[str]:
    theirs = ground.b.org_id
    tail = f"{theirs}.4.{uuid4()}.9999999999.1.{'0' * 64}"
    return [f"session.{uuid4()}.{tail}", f"job..{tail}", str(theirs)]
