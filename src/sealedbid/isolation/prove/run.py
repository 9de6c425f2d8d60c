"""Attacks a copy of the running schema, table by table and vector by vector."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from psycopg import Connection
from psycopg.conninfo import make_conninfo

from sealedbid.isolation.audit import Report, audit
from sealedbid.isolation.catalog import Table
from sealedbid.isolation.errors import IsolationError
from sealedbid.isolation.prove.arena import open_arena
from sealedbid.isolation.prove.behind import Behind
from sealedbid.isolation.prove.calls import attack_all, open_stage
from sealedbid.isolation.prove.ground import Ground, make_ground
from sealedbid.isolation.prove.outcome import Outcome
from sealedbid.isolation.prove.vectors import SERVER_VECTORS, VECTORS, Vector
from sealedbid.isolation.scratch import Difference, scratch_database
from sealedbid.platform.config import Settings
from sealedbid.platform.postgres.connecting import connect
from sealedbid.platform.postgres.queries import Queries

Progress = Callable[[int, int], None]

SERVER: Final = "the server"
"""Stands for a table's name."""
CALLS: Final = "calls"
"""Stands for a table's name, for attacks by functions."""

_STATEMENTS = Queries("sealedbid.isolation", "shown")


class UnknownTableError(IsolationError):
    """A requested table does not exist: its silence would prove nothing."""


@dataclass(frozen=True, slots=True)
class Proof:
    """The result of all attacks."""

    database: str
    fingerprint: str
    differences: tuple[Difference, ...]
    """Differences between the copy and the running schema."""
    audit: Report
    vectors: tuple[Vector, ...]
    cells: Mapping[str, Mapping[str, Outcome]]
    """By table, then by the name of the vector."""
    server: Mapping[str, Outcome]
    """Outcomes of the server's own views, by the name of the vector."""
    calls: Mapping[str, Outcome]
    """By login and function; and for rows with ranks and with ``b``'s ids."""
    changed: tuple[str, ...]
    """Tables in which rows of the other organization changed."""
    seconds: float
    beside: tuple[str, ...] = ()
    """Schemas of other products, which were not copied."""
    in_place: bool = False
    """True if the running database itself was attacked."""

    @property
    def tried(self) -> int:
        """Number of statements."""
        rows = (*self.cells.values(), self.server, self.calls)
        return sum(outcome.tried for row in rows for outcome in row.values())

    @property
    def leaks(self) -> list[tuple[str, str, Outcome]]:
        """Table (or the server itself), vector, and outcome of each leak."""
        return [
            (table, vector, outcome)
            for table, row in (*self.cells.items(), (SERVER, self.server), (CALLS, self.calls))
            for vector, outcome in row.items()
            if outcome.verdict == "LEAK"
        ]

    @property
    def holds(self) -> bool:
        """True if nothing leaked and nothing changed."""
        return not self.leaks and not self.changed


def prove(
    conninfos: Mapping[str, str],
    maker: str,
    settings: Settings,
    *,
    tables: Sequence[str] | None = None,
    quick: bool = False,
    template: str | None = None,
    progress: Progress = lambda done, of: None,
) -> Proof:
    """Copy the schema of the running database, fill it for two organizations, and attack.

    ``conninfos`` are those of the four logins and the owner; ``maker`` is that of a role that may
    create a database, from ``template`` if it may not create the extension.

    Raises NotCopiedError, UnknownTableError.
    """
    began = time.monotonic()
    with scratch_database(conninfos["owner"], maker, template) as scratch:
        inside = {who: make_conninfo(url, dbname=scratch.name) for who, url in conninfos.items()}
        with connect(inside["owner"], name="prove") as owner:
            report = audit(owner)
            ground = make_ground(inside, report.schemas)
            behind = Behind(owner, ground)
            before = behind.hashes()
            chosen = chosen_tables(ground, tables)
            vectors = tuple(vector for vector in VECTORS if vector.is_quick or not quick)
            cells, server = asyncio.run(
                _attack(
                    *(ground, behind.counts(), inside, settings, chosen, vectors, progress),
                    may_hide=_may_hide(owner),
                    quick=quick,
                )
            )
            after = behind.hashes()
            calls = {}
            if not tables:
                with open_stage(inside, owner, ground, quick=quick) as stage:
                    calls = attack_all(stage)
        return Proof(
            database=scratch.of,
            fingerprint=scratch.fingerprint,
            differences=scratch.differences,
            audit=report,
            vectors=vectors,
            cells=cells,
            server=server,
            calls=calls,
            changed=tuple(name for name, now in after.items() if before[name] != now),
            seconds=time.monotonic() - began,
            beside=scratch.beside,
        )


def chosen_tables(ground: Ground, names: Sequence[str] | None) -> list[Table]:
    """The tables to attack: all, or the named ones."""
    if not names:
        return list(ground.tables.values())
    wanted = {name if "." in name else f"public.{name}" for name in names}
    if unknown := wanted - ground.tables.keys():
        raise UnknownTableError(f"There is no table {', '.join(sorted(unknown))}.")
    return [table for name, table in ground.tables.items() if name in wanted]


async def _attack(
    ground: Ground,
    own: Mapping[str, int],
    conninfos: Mapping[str, str],
    settings: Settings,
    tables: Sequence[Table],
    vectors: Sequence[Vector],
    progress: Progress,
    *,
    may_hide: bool,
    quick: bool,
) -> tuple[dict[str, dict[str, Outcome]], dict[str, Outcome]]:
    cells: dict[str, dict[str, Outcome]] = {table.name: {} for table in tables}
    async with open_arena(
        ground, own, conninfos, settings, may_hide=may_hide, quick=quick
    ) as arena:
        server = {vector.name: await vector.attack(arena) for vector in SERVER_VECTORS}
        for done, (vector, table) in enumerate((v, t) for v in vectors for t in tables):
            progress(done, len(vectors) * len(tables))
            applies = ground.is_secret(table)
            cells[table.name][vector.name] = (
                await vector.attack(arena, table) if applies else Outcome("does not apply", 0)
            )
    progress(1, 1)
    return cells, server


def _may_hide(owner: Connection[Any]) -> bool:
    row = owner.execute(_STATEMENTS["may_hide"]).fetchone()
    return row is not None and bool(row[0])
