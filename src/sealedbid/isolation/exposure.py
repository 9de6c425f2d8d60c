"""Counts an organization's rows that another sees, table by table, on the running database.

Every attack uses the real login and the real gateway, in a transaction that is rolled back. Tables,
keys and columns come from the catalog.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias
from uuid import UUID

from psycopg import AsyncCursor, IntegrityError, sql
from psycopg.rows import scalar_row

from sealedbid.platform.errors import NotAllowedError, RefusedError
from sealedbid.platform.postgres import Gateway, Queries, Transaction

QUERIES = Queries("sealedbid.isolation", "exposure")

Outcome: TypeAlias = Literal["nothing", "refused", "LEAK"]


@dataclass(frozen=True, slots=True)
class Member:
    """A member of an organization, by the proof of their session."""

    org_id: UUID
    proof: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of tenants, with the login's privileges."""

    name: str
    key: list[str]
    readable: list[str]
    updatable: list[str]
    has_org: bool

    @property
    def identifier(self) -> sql.Identifier:
        """The table's qualified name."""
        return sql.Identifier("public", self.name)

    @property
    def theirs(self) -> sql.Composable:
        """Condition for the other's rows: by organization, or by keys that only the other sees."""
        if self.has_org:
            return sql.SQL("org_id = %(other)s")
        return sql.SQL("{} = any (%(targets)s)").format(self.key_text)

    @property
    def key_text(self) -> sql.Composed:
        """The key of a row as one text."""
        return sql.SQL("row({})::text").format(sql.SQL(", ").join(map(sql.Identifier, self.key)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure:
    """Rows of a table that each side sees, and the outcomes of A's attacks on B's rows."""

    table: str
    seen_by_a: int
    seen_by_b: int
    seen_by_nobody: int
    shared: int
    read: Outcome
    change: Outcome
    move: Outcome | None
    delete: Outcome
    plant: Outcome | None
    unchanged: bool

    @property
    def is_sealed(self) -> bool:
        """True if nothing was read, written or changed."""
        attacks = (self.read, self.change, self.move, self.delete, self.plant)
        return self.unchanged and self.seen_by_nobody == 0 and "LEAK" not in attacks


class _RolledBack(Exception):
    """Ends an attack and rolls it back."""


async def tables(gateway: Gateway, member: Member) -> list[Table]:
    """Every table that the gateway's login can read."""
    async with gateway.sealed("session", member.proof, member.org_id) as tx:
        return await tx.all(QUERIES["tables"], Table)


async def expose(gateway: Gateway, table: Table, a: Member, b: Member) -> Exposure:
    """Let ``a`` try to read, change, move, delete and plant rows of ``b`` in ``table``."""
    ours = await _keys(gateway, table, a)
    theirs = await _keys(gateway, table, b)
    targets = sorted(theirs - ours)
    before = await _fingerprint(gateway, table, b)
    moves: list[Outcome | None] = [
        await _attack(gateway, a, statement, b.org_id) if statement else None
        for statement in (_move(table), _plant(table))
    ]
    return Exposure(
        table=table.name,
        seen_by_a=len(ours),
        seen_by_b=len(theirs),
        seen_by_nobody=await _seen_by_nobody(gateway, table),
        shared=len(ours & theirs),
        read=await _attack(gateway, a, _read(table), b.org_id, targets),
        change=await _attack(gateway, a, _change(table), b.org_id, targets),
        move=moves[0],
        delete=await _attack(gateway, a, _delete(table), b.org_id, targets),
        plant=moves[1],
        unchanged=before == await _fingerprint(gateway, table, b),
    )


def _read(table: Table) -> sql.Composed:
    return sql.SQL("select 1 from {} where {}").format(table.identifier, table.theirs)


def _change(table: Table) -> sql.Composed:
    # a column that nobody may update: the privilege is refused, which is an answer too
    column = sql.Identifier((table.updatable or table.key)[0])
    return sql.SQL("update {} set {} = {} where {}").format(
        table.identifier, column, column, table.theirs
    )


def _delete(table: Table) -> sql.Composed:
    return sql.SQL("delete from {} where {}").format(table.identifier, table.theirs)


def _move(table: Table) -> sql.Composed | None:
    if not table.has_org:
        return None
    return sql.SQL("update {} set org_id = %(other)s").format(table.identifier)


def _plant(table: Table) -> sql.Composed | None:
    if not table.has_org:
        return None
    return sql.SQL("insert into {} (org_id) values (%(other)s)").format(table.identifier)


async def _attack(
    gateway: Gateway,
    member: Member,
    statement: sql.Composed,
    other: UUID,
    targets: list[str] | None = None,
) -> Outcome:
    touched = 0
    try:
        async with gateway.sealed("session", member.proof, member.org_id) as tx:
            touched = await tx.run(statement.as_string(), other=other, targets=targets or [])
            raise _RolledBack
    except _RolledBack:
        return "LEAK" if touched else "nothing"
    except NotAllowedError:
        return "refused"
    except (IntegrityError, RefusedError) as error:
        if str(error.sqlstate).startswith("23"):
            return "LEAK"  # constraints are asked after the policies, which had let it through
        raise


async def _keys(gateway: Gateway, table: Table, member: Member) -> set[str]:
    statement = sql.SQL("select coalesce(array_agg({}), '{{}}') from {}").format(
        table.key_text, table.identifier
    )
    async with gateway.sealed("session", member.proof, member.org_id) as tx:
        return set(await tx.value(statement.as_string()))


async def _fingerprint(gateway: Gateway, table: Table, member: Member) -> str | None:
    """A hash over all that ``member`` can read of the table."""
    columns = sql.SQL(", ").join(map(sql.Identifier, table.readable))
    statement = sql.SQL("select md5(string_agg(r, ' ' order by r)) from {}").format(
        sql.SQL("(select row({})::text as r from {}) s").format(columns, table.identifier)
    )
    async with gateway.sealed("session", member.proof, member.org_id) as tx:
        return await _text(tx, statement)


async def _text(tx: Transaction, statement: sql.Composed) -> str | None:
    found: str | None = await tx.value(statement.as_string())
    return found


async def _seen_by_nobody(gateway: Gateway, table: Table) -> int:
    """Rows that the login sees without a context, past the gateway, on its own pool."""
    async with gateway.pool_for(None).connection() as connection:
        cursor = AsyncCursor(connection, row_factory=scalar_row)
        await cursor.execute(sql.SQL("select count(*) from {}").format(table.identifier))
        count: int = await cursor.fetchone() or 0
        return count
