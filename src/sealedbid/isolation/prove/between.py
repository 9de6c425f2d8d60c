"""Attacks between two organizations that are there, by the statements of every proof.

A proof makes its own two organizations on a copy; this shows real ones to their people, on the
running database. Everything is rolled back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID, uuid4

from psycopg import AsyncCursor, Connection, sql
from psycopg.rows import dict_row, scalar_row

from sealedbid.isolation.catalog import Table, read_tables
from sealedbid.isolation.factory import Row, fill, root_of, unforced
from sealedbid.isolation.prove.arena import Arena, open_arena
from sealedbid.isolation.prove.ground import Ended, Ground, Lease, Side, persons_of
from sealedbid.isolation.prove.outcome import Outcome, worst
from sealedbid.isolation.prove.vectors.rows import VECTORS
from sealedbid.platform.config import Settings
from sealedbid.platform.postgres import Gateway
from sealedbid.platform.postgres.connecting import connect

ATTACKS: Final[Mapping[str, tuple[str, ...]]] = {
    "read": ("read",),
    "change": ("change", "blind write"),
    "move": ("moved row",),
    "plant": ("planted row", "upsert, merge"),
}
"""The vectors of a proof behind each attack that is shown."""

_VECTORS: Final = {vector.name: vector for vector in VECTORS}


@dataclass(frozen=True, slots=True)
class Member:
    """An owner of an organization, by the proof of their session."""

    org_id: UUID
    proof: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure:
    """Rows of a table that each side sees, and the outcomes of A's attacks on B's rows."""

    table: str
    seen_by_a: int
    seen_by_b: int
    seen_by_nobody: int
    outcomes: Mapping[str, Outcome]
    unchanged: bool

    @property
    def is_sealed(self) -> bool:
        """True if nothing was read, written or changed."""
        leaked = any(outcome.verdict == "LEAK" for outcome in self.outcomes.values())
        return self.unchanged and self.seen_by_nobody == 0 and not leaked


async def expose(
    conninfos: Mapping[str, str], settings: Settings, a: Member, b: Member
) -> list[Exposure]:
    """Let ``a`` attack every table that its requests can read, as it is, for rows of ``b``.

    ``conninfos`` are those of sb_api, sb_worker and the owner.
    """
    with connect(conninfos["owner"], name="prove") as owner:
        tables = read_tables(owner)
        shown = [table for table in tables.values() if table.may("sb_tenant", "SELECT")]
        # opened once to count, and again with the ground that the counting gives
        nothing = _ground(tables, a, b, {}, {}, {})
        async with open_arena(nothing, {}, conninfos, settings, may_hide=False) as arena:
            ours = {table.name: await _keys(arena.api, table, a) for table in shown}
            theirs = {table.name: await _keys(arena.api, table, b) for table in shown}
            before = {table.name: await _content(arena.api, table, b) for table in shown}
        ground = _read_ground(owner, tables, a, b, ours, theirs)
    own = {name: len(keys) for name, keys in ours.items()}
    async with open_arena(ground, own, conninfos, settings, may_hide=False) as arena:
        return [
            Exposure(
                table=table.relation,
                seen_by_a=len(ours[table.name]),
                seen_by_b=len(theirs[table.name]),
                seen_by_nobody=await _seen_by_nobody(arena.api, table),
                outcomes=await _outcomes(arena, table),
                unchanged=before[table.name] == await _content(arena.api, table, b),
            )
            for table in shown
        ]


async def _outcomes(arena: Arena, table: Table) -> dict[str, Outcome]:
    if not arena.ground.is_tenants(table):
        return {name: Outcome("does not apply", 0) for name in ATTACKS}
    return {
        name: worst([await _VECTORS[vector].attack(arena, table) for vector in vectors])
        for name, vectors in ATTACKS.items()
    }


def _read_ground(
    owner: Connection[Any],
    tables: Mapping[str, Table],
    a: Member,
    b: Member,
    ours: Mapping[str, set[str]],
    theirs: Mapping[str, set[str]],
) -> Ground:
    """Read a row of each side in every table, and make rows of ``a`` that do not exist."""
    with owner.transaction(force_rollback=True), unforced(owner, tables):
        rows = [
            {
                name: row
                for name, keys in sides.items()
                if keys and (row := _row(owner, tables[name], min(keys))) is not None
            }
            for sides in (ours, {name: theirs[name] - ours[name] for name in theirs})
        ]
    mine, theirs_made = (_spare(owner, side) for side in (a, b))
    # a table in which a side has no row is attacked as if there were one
    return _ground(tables, a, b, {**mine, **rows[0]}, {**theirs_made, **rows[1]}, mine)


def _spare(owner: Connection[Any], member: Member) -> dict[str, Row]:
    """Make valid rows of the organization that do not exist."""
    with owner.transaction(force_rollback=True):
        made = fill(owner, member.org_id, marker="spare")
        return {name: rows[0] for name, rows in made.items()}


def _ground(
    tables: Mapping[str, Table],
    a: Member,
    b: Member,
    mine: Mapping[str, Row],
    theirs: Mapping[str, Row],
    spare: Mapping[str, Row],
) -> Ground:
    lease = Lease(uuid4(), uuid4())
    proofs = {"owner": a.proof, "viewer": a.proof}
    return Ground(
        tables=tables,
        a=Side(a.org_id, str(a.org_id), {}, proofs, mine, b"", lease),
        b=Side(b.org_id, str(b.org_id), {}, {"owner": b.proof}, theirs, b"", lease),
        spare=spare,
        ended=Ended(b"", b"", b"", b"", lease),
        root=root_of(tables),
        persons=persons_of(tables),
    )


def _row(owner: Connection[Any], table: Table, key: str) -> Row | None:
    with owner.cursor(row_factory=dict_row) as cursor:
        statement = sql.SQL("select * from {} where {} = %(key)s").format(
            sql.Identifier(table.schema, table.relation), _key_text(table)
        )
        return cursor.execute(statement, {"key": key}).fetchone()


async def _keys(gateway: Gateway, table: Table, member: Member) -> set[str]:
    statement = sql.SQL("select coalesce(array_agg({}), '{{}}') from {}").format(
        _key_text(table), sql.Identifier(table.schema, table.relation)
    )
    async with gateway.sealed("session", member.proof, member.org_id) as tx:
        return set(await tx.value(statement.as_string()))


async def _content(gateway: Gateway, table: Table, member: Member) -> str | None:
    """A hash over all that ``member`` can read of the table."""
    columns = sorted(table.granted("sb_tenant", "SELECT"))
    statement = sql.SQL("select md5(string_agg(r, ' ' order by r)) from {}").format(
        sql.SQL("(select row({})::text as r from {}) s").format(
            sql.SQL(", ").join(map(sql.Identifier, columns)),
            sql.Identifier(table.schema, table.relation),
        )
    )
    async with gateway.sealed("session", member.proof, member.org_id) as tx:
        found: str | None = await tx.value(statement.as_string())
        return found


async def _seen_by_nobody(gateway: Gateway, table: Table) -> int:
    """Count the rows that the login sees without a context, past the gateway, on its own pool."""
    async with gateway.pool_for(None).connection() as connection:
        cursor = AsyncCursor(connection, row_factory=scalar_row)
        name = sql.Identifier(table.schema, table.relation)
        await cursor.execute(sql.SQL("select count(*) from {}").format(name))
        count: int = await cursor.fetchone() or 0
        return count


def _key_text(table: Table) -> sql.Composed:
    """The key of a row as one text."""
    return sql.SQL("row({})::text").format(sql.SQL(", ").join(map(sql.Identifier, table.key)))
